package dev.hubtwin.internal.delivery;

import dev.hubtwin.internal.api.model.HookResponse;
import dev.hubtwin.internal.world.hook.Hook;

/** What became of the last deliveries to webhooks, as far as the log has them. */
public record HookResponses(DeliveryQueues deliveries) {

    /** What the webhook of a repository says of its last delivery of which something has become. */
    public HookResponse last(Hook hook) {
        return deliveries.ended(Subscriber.Lane.of(hook)).stream()
                .findFirst()
                .map(Delivery::outcome)
                .map(outcome -> new HookResponse(
                        outcome.code(), outcome.isSuccess() ? "active" : "misconfigured", outcome.summary()))
                .orElseGet(() -> new HookResponse(null, "unused", null));
    }
}
