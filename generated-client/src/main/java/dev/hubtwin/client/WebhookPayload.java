package dev.hubtwin.client;

import java.util.Map;

/** What a webhook is told: an event of {@code dev.hubtwin.client.model}, or an {@link UnknownEvent}. */
public interface WebhookPayload {

    /** Returns the members that the description does not have, by their names. */
    Map<String, Object> getAdditionalProperties();
}
