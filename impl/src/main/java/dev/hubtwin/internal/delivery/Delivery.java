package dev.hubtwin.internal.delivery;

import dev.hubtwin.internal.event.EventType;
import java.time.Instant;

/**
 * Something that is sent to a webhook, at one moment of its way.
 *
 * @param id counted from 1 since the last reset
 * @param guid a redelivery has that of what it repeats
 * @param redelivery whether it was asked for
 * @param at when it happened, by the world's clock
 * @param letter null until it is written
 * @param outcome null until there is one
 */
public record Delivery(
        long id,
        String guid,
        boolean redelivery,
        EventType topic,
        String action,
        Subscriber receiver,
        Instant at,
        WebhookRequest letter,
        DeliveryResult outcome) {

    Delivery written(WebhookRequest by) {
        return new Delivery(id, guid, redelivery, topic, action, receiver, at, by, outcome);
    }

    Delivery with(DeliveryResult made) {
        return new Delivery(id, guid, redelivery, topic, action, receiver, at, letter, made);
    }
}
