package dev.hubtwin;

import dev.hubtwin.internal.control.Redelivery;
import dev.hubtwin.internal.delivery.DeliveryQueues;
import java.time.Duration;
import java.util.List;

/** The deliveries from a world to webhooks. The last thousand are kept. */
public final class TwinDeliveries {

    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(15);

    private final WorldHandle handle;

    TwinDeliveries(WorldHandle handle) {
        this.handle = handle;
    }

    /** Returns the deliveries, the newest last, including those that still wait. */
    public List<SentDelivery> all() {
        return deliveries().all().stream().map(SentDelivery::of).toList();
    }

    /** Waits for at most 15 seconds, as {@link #await(Duration)}. */
    public List<SentDelivery> await() {
        return await(DEFAULT_TIMEOUT);
    }

    /**
     * Waits until everything that was caused so far has been delivered or has failed.
     *
     * @param timeout how long to wait at most, by the clock of the machine; a receiver has ten seconds to answer
     * @return the deliveries, the newest last
     * @throws IllegalStateException if some still wait after that, or if the thread is interrupted
     */
    public List<SentDelivery> await(Duration timeout) {
        try {
            int waiting = deliveries().rest(timeout);
            if (waiting > 0) {
                throw new IllegalStateException(waiting + " deliveries still wait after " + timeout);
            }
            return all();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while deliveries wait", e);
        }
    }

    /**
     * Sends a delivery once more: the same bytes with the same GUID.
     *
     * @param id the id of the delivery
     * @return the new delivery
     * @throws IllegalArgumentException if there is no delivery with that id, or if it was never written
     */
    public SentDelivery redeliver(long id) {
        return handle.alone(() -> SentDelivery.of(Redelivery.of(deliveries(), id, handle.now())));
    }

    private DeliveryQueues deliveries() {
        return handle.runtime().deliveries();
    }
}
