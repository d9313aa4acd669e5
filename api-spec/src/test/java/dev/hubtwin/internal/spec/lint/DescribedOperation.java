package dev.hubtwin.internal.spec.lint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/**
 * An operation of a description.
 *
 * @param path the path template
 * @param method the HTTP method in lower case
 * @param place where it stands
 */
public record DescribedOperation(String path, String method, NodeLocation place) {

    public String id() {
        return place.text("operationId");
    }

    public JsonNode node() {
        return place.node();
    }

    /** {@code GET}, as it is written outside of the description. */
    public String verb() {
        return method.toUpperCase(Locale.ROOT);
    }
}
