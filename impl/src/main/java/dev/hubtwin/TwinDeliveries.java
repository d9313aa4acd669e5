package dev.hubtwin;

import dev.hubtwin.internal.control.Redelivery;
import dev.hubtwin.internal.delivery.DeliveryQueues;
import java.time.Duration;
import java.util.List;

/** What was sent from a world to webhooks, the newest last; the last thousand. */
public final class TwinDeliveries {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final WorldHandle held;

    TwinDeliveries(WorldHandle held) {
        this.held = held;
    }

    /** All of them, those too that still wait. */
    public List<SentDelivery> all() {
        return deliveries().all().stream().map(SentDelivery::of).toList();
    }

    /** All of them, after everything that was caused so far has been delivered or has failed; in 15 seconds at most. */
    public List<SentDelivery> await() {
        return await(PATIENCE);
    }

    /**
     * The same.
     *
     * @param most how long at most; a receiver has ten seconds to answer
     * @throws IllegalStateException if some still wait then, or the thread is interrupted
     */
    public List<SentDelivery> await(Duration most) {
        try {
            int left = deliveries().rest(most);
            if (left > 0) {
                throw new IllegalStateException(left + " deliveries still wait after " + most);
            }
            return all();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while deliveries wait", e);
        }
    }

    /**
     * Sends one once more: the same bytes, under the same GUID.
     *
     * @throws IllegalArgumentException if there is none with the id, or it was never written
     */
    public SentDelivery redeliver(long id) {
        return WorldHandle.clearly(() -> SentDelivery.of(Redelivery.of(deliveries(), id, held.now())));
    }

    private DeliveryQueues deliveries() {
        return held.realm().runtime().deliveries();
    }
}
