package dev.hubtwin.client;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The payload of an event that the description does not have; all its members are additional ones. */
public final class UnknownEvent implements WebhookPayload {

    @JsonAnySetter
    private final Map<String, Object> members = new LinkedHashMap<>();

    private UnknownEvent() {}

    @Override
    public Map<String, Object> getAdditionalProperties() {
        return Collections.unmodifiableMap(members);
    }
}
