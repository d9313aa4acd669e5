package dev.hubtwin.internal.memory;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** How much of the heap is in use for good, which is known after a collection of its old part. */
public final class HeapMonitor {

    private static final List<MemoryPoolMXBean> OLD = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .filter(MemoryPoolMXBean::isUsageThresholdSupported)
            .toList();

    private static final long BETWEEN_COLLECTIONS = Duration.ofSeconds(10).toNanos();
    private static final AtomicLong LAST_COLLECTION = new AtomicLong(System.nanoTime() - BETWEEN_COLLECTIONS);

    private HeapMonitor() {}

    /**
     * Returns whether more than a share of the old part is in use. Beyond it, a collection is asked for every ten
     * seconds at most: what was dropped meanwhile is to be seen.
     */
    public static boolean isBeyond(double share) {
        return wasBeyond(share) && (!collect() || wasBeyond(share));
    }

    private static boolean wasBeyond(double share) {
        for (MemoryPoolMXBean pool : OLD) {
            MemoryUsage used = pool.getCollectionUsage();
            if (used != null && used.getMax() > 0 && used.getUsed() > share * used.getMax()) {
                return true;
            }
        }
        return false;
    }

    private static boolean collect() {
        long last = LAST_COLLECTION.get();
        long now = System.nanoTime();
        if (now - last < BETWEEN_COLLECTIONS || !LAST_COLLECTION.compareAndSet(last, now)) {
            return false;
        }
        System.gc();
        return true;
    }
}
