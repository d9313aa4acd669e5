package dev.hubtwin.internal.memory;

/**
 * How a heap is shared out among the buffers that strangers can fill: an eighth each for request bodies, for
 * connections, for deliveries on their way and for what is kept of requests, deliveries and answers, and a sixteenth
 * for deliveries that wait. What worlds hold may grow until {@link #FULL} of the heap is in use.
 *
 * @param heap the largest size of the heap, in bytes
 */
public record HeapShares(long heap) {

    /** The share of the heap that may be in use after a collection; beyond it no world grows. */
    public static final double FULL = 0.75;

    /** The heap of this process. */
    public static final HeapShares PROCESS = new HeapShares(Runtime.getRuntime().maxMemory());

    private static final long EIGHTH = 8;
    private static final int OF_A_LARGE_BODY = 32 << 20;
    private static final int OF_A_CONNECTION = 48 << 10;
    private static final int OF_A_DELIVERY = 1 << 20;
    private static final int OF_A_WAITING_DELIVERY = 4 << 10;
    private static final int OF_A_WORLD = 64 << 10;

    /** Returns how many bytes of request bodies are held at once. */
    public long bodies() {
        return heap / EIGHTH;
    }

    /** Returns how many bytes are kept of requests, deliveries, mails and answers, in all worlds together. */
    public long records() {
        return heap / EIGHTH;
    }

    /** Returns how many requests with large bodies are served at once; what is made of a body takes 32 MiB at most. */
    public int bodiesAtOnce() {
        return between(1, heap / EIGHTH / OF_A_LARGE_BODY, 64);
    }

    /** Returns how many connections are open at once; each takes 48 KiB at most, its body apart. */
    public int connections() {
        return between(256, heap / EIGHTH / OF_A_CONNECTION, 65_536);
    }

    /** Returns how many deliveries are sent at once; each takes 1 MiB at most. */
    public int deliveriesAtOnce() {
        return between(8, heap / EIGHTH / OF_A_DELIVERY, 256);
    }

    /** Returns how many deliveries of all worlds together wait; each takes about 4 KiB. */
    public int deliveriesWaiting() {
        return between(1_000, heap / EIGHTH / 2 / OF_A_WAITING_DELIVERY, 1_000_000);
    }

    /** Returns how many worlds there are at once. */
    public int worlds() {
        return between(256, heap / OF_A_WORLD, 10_000);
    }

    private static int between(int least, long wanted, int most) {
        return (int) Math.max(least, Math.min(wanted, most));
    }
}
