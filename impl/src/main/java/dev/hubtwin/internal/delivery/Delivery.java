package dev.hubtwin.internal.delivery;

import dev.hubtwin.internal.event.EventType;
import java.time.Instant;

/**
 * Something that is sent to a webhook, at one moment of its way.
 *
 * @param id counted from 1 since the last reset
 * @param guid a redelivery has that of what it repeats
 * @param redelivery whether it was asked for
 * @param repository the id of the repository that it is about; null if it is about none
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
        Long repository,
        Subscriber receiver,
        Instant at,
        WebhookRequest letter,
        DeliveryResult outcome) {

    private static final long OF_A_DELIVERY = 1_000;

    /** Returns about how many bytes it takes. */
    long bytes() {
        return OF_A_DELIVERY + (letter == null ? 0 : letter.bytes()) + (outcome == null ? 0 : outcome.bytes());
    }

    /** Returns what repeats this one: nothing has become of it yet. */
    Delivery again(long number, Instant moment) {
        return new Delivery(number, guid, true, topic, action, repository, receiver, moment, null, null);
    }

    Delivery written(WebhookRequest by) {
        return new Delivery(id, guid, redelivery, topic, action, repository, receiver, at, by, outcome);
    }

    Delivery with(DeliveryResult made) {
        return new Delivery(id, guid, redelivery, topic, action, repository, receiver, at, letter, made);
    }
}
