package dev.hubtwin.internal.spec.lint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A node of a description and where it stands.
 *
 * @param pointer the JSON pointer
 * @param node what stands there; missing where nothing does
 */
public record NodeLocation(String pointer, JsonNode node) {

    NodeLocation at(String name) {
        return new NodeLocation(pointer + "/" + name.replace("~", "~0").replace("/", "~1"), node.path(name));
    }

    /** The last step of the pointer. */
    String name() {
        return pointer.substring(pointer.lastIndexOf('/') + 1)
                .replace("~1", "/")
                .replace("~0", "~");
    }

    String text(String name) {
        return node.path(name).asText("");
    }

    boolean has(String name) {
        return node.has(name);
    }

    /** The members of an object or the elements of an array; of anything else none. */
    List<NodeLocation> children() {
        List<NodeLocation> children = new ArrayList<>();
        node.properties().forEach(member -> children.add(at(member.getKey())));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            children.add(new NodeLocation(pointer + "/" + i, node.get(i)));
        }
        return children;
    }
}
