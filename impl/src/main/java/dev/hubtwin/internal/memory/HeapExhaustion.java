package dev.hubtwin.internal.memory;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The end of what runs on a heap that is full. An error that was thrown for want of memory leaves behind threads that
 * ended and locks that nobody gives back, so a server ends too, once, rather than keep a port and answer nothing.
 */
public final class HeapExhaustion {

    /** The status of a process that ends so, which is that of {@code -XX:+ExitOnOutOfMemoryError}. */
    private static final int STATUS = 3;

    private static final System.Logger LOG = System.getLogger(HeapExhaustion.class.getName());
    private static final String FULL = "the heap of " + (HeapShares.PROCESS.heap() >> 20)
            + " MiB is full; give Java a larger one by -Xmx, see docs/limits.md";
    private static final byte[] LINE = ("hubtwin: " + FULL + "\n").getBytes(US_ASCII);

    private static volatile boolean endsProcess;

    private final AtomicBoolean isReported = new AtomicBoolean();
    private final Thread end;

    /**
     * Prepares the end of one server; what it needs is made now.
     *
     * @param close ends the server; runs on a thread of its own
     */
    public HeapExhaustion(Runnable close) {
        end = new Thread(() -> tellAndClose(close), "hubtwin-heap-exhaustion");
        end.setDaemon(true);
    }

    private static void tellAndClose(Runnable close) {
        try {
            LOG.log(System.Logger.Level.ERROR, FULL + "; this server ends");
        } finally {
            close.run();
        }
    }

    /** From now on the whole process ends, with a line and status 3: it is there for the server only. */
    public static void endProcess() {
        endsProcess = true;
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            checkProcess(failure);
            System.err.println("hubtwin: a thread failed: " + failure);
        });
    }

    /** Ends the server, or the process, if a failure says that memory ran out. */
    public void check(Throwable failure) {
        checkProcess(failure);
        if (failure instanceof OutOfMemoryError && isReported.compareAndSet(false, true)) {
            end.start();
        }
    }

    private static void checkProcess(Throwable failure) {
        if (endsProcess && failure instanceof OutOfMemoryError) {
            try (FileOutputStream err = new FileOutputStream(FileDescriptor.err)) {
                err.write(LINE);
            } catch (IOException e) {
                // Nobody reads it; the status says it too.
            } finally {
                Runtime.getRuntime().halt(STATUS);
            }
        }
    }
}
