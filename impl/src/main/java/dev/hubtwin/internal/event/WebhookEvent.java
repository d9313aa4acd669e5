package dev.hubtwin.internal.event;

import dev.hubtwin.internal.world.World;
import java.util.function.Consumer;

/**
 * Something that webhooks tell of; {@link WebhookEvents} makes them.
 *
 * @param action what of the topic; null if that says it all
 * @param world the world right after it, or right before it for what is gone
 * @param account the id of the organization or user in whose account it happened
 * @param audience who hears of it
 * @param body adds what is particular to it to a payload
 */
public record WebhookEvent(
        EventType topic, String action, World world, long account, Audience audience, Consumer<PayloadBuilder> body)
        implements DomainEvent {

    /** Short: a world is long, and has secrets. */
    @Override
    public String toString() {
        return topic.word() + (action == null ? "" : " " + action);
    }
}
