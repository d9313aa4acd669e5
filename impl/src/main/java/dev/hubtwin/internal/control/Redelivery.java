package dev.hubtwin.internal.control;

import dev.hubtwin.internal.delivery.Delivery;
import dev.hubtwin.internal.delivery.DeliveryQueues;
import dev.hubtwin.internal.rest.ApiException;
import java.time.Instant;

/** Delivers something once more. */
public final class Redelivery {

    private Redelivery() {}

    /**
     * The new delivery, which waits.
     *
     * @throws ApiException 404 if there is no delivery with the id, 409 if it has no letter
     */
    public static Delivery of(DeliveryQueues deliveries, long id, Instant now) {
        Delivery old = deliveries.found(id).orElseThrow(() -> ApiException.of(404, "There is no delivery " + id + "."));
        if (old.letter() == null) {
            throw ApiException.of(409, "Delivery " + id + " was never written: there is nothing to send once more.");
        }
        return deliveries.repeat(old, now, false);
    }
}
