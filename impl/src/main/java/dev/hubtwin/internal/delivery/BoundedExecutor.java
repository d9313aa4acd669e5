package dev.hubtwin.internal.delivery;

import dev.hubtwin.internal.memory.HeapShares;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Does things on threads of its own, as many at once as there are, up to a bound; what comes later waits its turn. A
 * thread ends when there was nothing to do for a while, and none keeps the program from ending.
 */
final class BoundedExecutor {

    /** So many receivers may keep us waiting before anybody else has to; 256, and fewer in a small heap. */
    static final int MOST = HeapShares.PROCESS.deliveriesAtOnce();

    private static final System.Logger LOG = System.getLogger(BoundedExecutor.class.getName());
    private static final long IDLE_SECONDS = 5;

    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), BoundedExecutor::thread);
    private final Deque<Runnable> ready = new ArrayDeque<>();
    private volatile Consumer<Throwable> failures = failure -> {};
    private int active;

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "hubtwin-deliveries");
        thread.setDaemon(true);
        return thread;
    }

    /** Sets who hears of what a task throws. */
    void onFailure(Consumer<Throwable> hearer) {
        failures = hearer;
    }

    synchronized void execute(Runnable task) {
        if (active == MOST || threads.isShutdown()) {
            ready.add(task);
        } else {
            active++;
            threads.execute(() -> work(task));
        }
    }

    private void work(Runnable first) {
        for (Runnable task = first; task != null; task = next()) {
            try {
                task.run();
            } catch (RuntimeException | Error e) {
                failures.accept(e);
                LOG.log(System.Logger.Level.ERROR, "a worker failed", e);
            }
        }
    }

    private synchronized Runnable next() {
        Runnable next = ready.poll();
        if (next == null) {
            active--;
            notifyAll();
        }
        return next;
    }

    /** Waits until nothing is left to do, but not longer than {@code most}. */
    synchronized void rest(Duration most) throws InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        for (long left = most.toNanos(); active > 0 && left > 0; left = end - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }

    void close() {
        threads.shutdownNow();
    }
}
