package dev.hubtwin.internal.memory;

import java.util.concurrent.atomic.AtomicLong;

/** A number of bytes that many take from and give back to, and that is never exceeded. */
public final class ByteQuota {

    private final String purpose;
    private final long capacity;
    private final AtomicLong taken = new AtomicLong();
    private final RefusalLog log = new RefusalLog();

    /**
     * A quota of which nothing is taken.
     *
     * @param purpose what it is for, in the plural, as a line of the log says it
     * @param capacity bytes
     */
    public ByteQuota(String purpose, long capacity) {
        this.purpose = purpose;
        this.capacity = capacity;
    }

    /** Takes bytes, if there are so many left; returns whether there are. */
    public boolean take(long bytes) {
        if (taken.addAndGet(bytes) <= capacity) {
            return true;
        }
        taken.addAndGet(-bytes);
        log.add(purpose + " take all of the " + capacity + " bytes that they may");
        return false;
    }

    /** Gives bytes back. */
    public void give(long bytes) {
        taken.addAndGet(-bytes);
    }

    /** Returns how many bytes are taken. */
    public long taken() {
        return taken.get();
    }
}
