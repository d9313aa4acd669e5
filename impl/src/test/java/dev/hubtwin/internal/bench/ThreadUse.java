package dev.hubtwin.internal.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What threads of this process use, those included that end; what one uses between its last count and its end is lost.
 * Java's compilers and collector are not in it: the former go on for tens of thousands of requests, and outweigh them.
 */
final class ThreadUse {

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Map<Long, Long> nanosBefore = new HashMap<>();
    private final Map<Long, Long> bytesBefore = new HashMap<>();
    private final Set<Long> others;
    private long nanos;
    private long bytes;

    private ThreadUse(Set<Long> others) {
        this.others = others;
    }

    /** Counts all threads. */
    static ThreadUse ofAll() {
        return new ThreadUse(Set.of());
    }

    /** Counts the threads that are not there yet. */
    static ThreadUse ofLaterOnes() {
        ThreadUse use = new ThreadUse(new HashSet<>());
        for (long thread : use.threads.getAllThreadIds()) {
            use.others.add(thread);
        }
        return use;
    }

    /** Adds what was used since the last time. */
    void count() {
        for (long thread : threads.getAllThreadIds()) {
            if (!others.contains(thread)) {
                nanos += growth(nanosBefore, thread, threads.getThreadCpuTime(thread));
                bytes += growth(bytesBefore, thread, threads.getThreadAllocatedBytes(thread));
            }
        }
    }

    /** The processor time in nanoseconds, as counted last. */
    long nanos() {
        return nanos;
    }

    /** The bytes that were allocated, as counted last. */
    long bytes() {
        return bytes;
    }

    private static long growth(Map<Long, Long> before, long thread, long now) {
        Long then = before.put(thread, now);
        return Math.max(0, now - (then == null ? 0 : then));
    }
}
