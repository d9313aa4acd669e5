package dev.hubtwin.internal.jetty;

import dev.hubtwin.internal.memory.ByteQuota;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A request body as far as it has arrived. What exceeds {@link #FREE} is taken from a quota as it arrives, whatever the
 * request declared, and given back by {@link #release}.
 */
final class BodyBuffer {

    /** How many bytes of each body are taken from no quota: small requests pass while large ones fill it. */
    static final int FREE = 8 << 10;

    private final ByteQuota quota;
    private final long declared;
    private byte[] bytes = {};
    private int size;
    private long taken;

    /**
     * An empty body.
     *
     * @param declared the length that the request declares; negative if it does not
     */
    BodyBuffer(ByteQuota quota, long declared) {
        this.quota = quota;
        this.declared = declared;
    }

    /** Adds a piece; returns whether there was room for it. */
    boolean add(ByteBuffer piece) {
        int length = piece.remaining();
        if (size + length > bytes.length && !grow(size + length)) {
            return false;
        }
        piece.get(bytes, size, length);
        size += length;
        return true;
    }

    private boolean grow(int least) {
        long doubled = Math.max(least, 2L * bytes.length);
        int capacity = (int) (declared >= least ? Math.min(doubled, declared) : doubled);
        if (!take(capacity)) {
            return false;
        }
        bytes = Arrays.copyOf(bytes, capacity);
        return true;
    }

    /** Takes from the quota what the body is to have of it; returns whether there was so much. */
    private boolean take(long capacity) {
        long missing = Math.max(0, capacity - FREE) - taken;
        if (missing > 0 && !quota.take(missing)) {
            return false;
        }
        taken += Math.max(0, missing);
        return true;
    }

    /** Returns how many bytes have arrived. */
    int size() {
        return size;
    }

    /** Returns the bytes that have arrived; nothing may be added after that. */
    byte[] whole() {
        return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
    }

    /** Gives back what was taken; the body is not used any more. */
    synchronized void release() {
        quota.give(taken);
        taken = 0;
    }
}
