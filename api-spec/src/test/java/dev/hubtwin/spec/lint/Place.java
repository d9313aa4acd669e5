package dev.hubtwin.spec.lint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A node of a description and where it stands.
 *
 * @param pointer the JSON pointer
 * @param node what stands there; missing where nothing does
 */
public record Place(String pointer, JsonNode node) {

  Place at(String name) {
    return new Place(pointer + "/" + name.replace("~", "~0").replace("/", "~1"), node.path(name));
  }

  /** The last step of the pointer. */
  String name() {
    return pointer.substring(pointer.lastIndexOf('/') + 1).replace("~1", "/").replace("~0", "~");
  }

  String text(String name) {
    return node.path(name).asText("");
  }

  boolean has(String name) {
    return node.has(name);
  }

  /** The members of an object or the elements of an array; of anything else none. */
  List<Place> children() {
    List<Place> children = new ArrayList<>();
    node.properties().forEach(member -> children.add(at(member.getKey())));
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      children.add(new Place(pointer + "/" + i, node.get(i)));
    }
    return children;
  }
}
