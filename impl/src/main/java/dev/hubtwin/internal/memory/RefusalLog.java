package dev.hubtwin.internal.memory;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Says in the log of the process that something is refused for want of room: at once, and then every thousandth time.
 */
public final class RefusalLog {

    private static final System.Logger LOG = System.getLogger(RefusalLog.class.getName());
    private static final long LOGGED = 1_000;

    private final AtomicLong refusals = new AtomicLong();

    /** Counts one more refusal for a reason, a sentence without its full stop. */
    public void add(String reason) {
        long refused = refusals.getAndIncrement();
        if (refused % LOGGED == 0) {
            LOG.log(System.Logger.Level.WARNING, reason + "; refused so far: " + (refused + 1));
        }
    }
}
