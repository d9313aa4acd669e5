package dev.hubtwin.internal.delivery;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.hubtwin.internal.journal.Deed;

/**
 * A delivery of which something has become.
 *
 * @param id that of the delivery
 */
@JsonTypeName("delivery")
public record DeliveryDeed(Subscriber.Lane lane, long id, DeliveryResult outcome) implements Deed {}
