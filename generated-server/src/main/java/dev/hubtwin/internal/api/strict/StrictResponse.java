package dev.hubtwin.internal.api.strict;

import java.util.Map;

/** What every generated {@code XxxResponse} is: one of the responses that the description lists for the operation. */
public interface StrictResponse {

    /** The status code. */
    int status();

    /** What is sent as JSON, or null where the description has no content. */
    default Object body() {
        return null;
    }

    /** The headers that the resource itself knows. */
    default Map<String, Object> headers() {
        return Map.of();
    }
}
