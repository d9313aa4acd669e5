package dev.hubtwin.internal.spec.lint;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A description that may be spoilt. */
record DescriptionDraft(DescriptionSources description) {

    private static final ObjectMapper JSON = new ObjectMapper();

    ObjectNode at(String pointer) {
        return (ObjectNode) description.root().at(pointer);
    }

    ArrayNode list(String pointer) {
        return (ArrayNode) description.root().at(pointer);
    }

    /** Sets a member to JSON, in which quotes are single. */
    void put(String pointer, String name, String json) {
        try {
            at(pointer).set(name, JSON.readTree(json.replace('\'', '"')));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Renames a component and what refers to it. */
    void rename(String kind, String name, String other) {
        String from = "/components/" + kind + "/";
        at("/components/" + kind).set(other, at("/components/" + kind).remove(name));
        DescriptionSources.walk(new NodeLocation("", description.root()), place -> {
            if (place.text("$ref").equals("#" + from + name)) {
                ((ObjectNode) place.node()).set("$ref", new TextNode("#" + from + other));
            }
        });
    }
}
