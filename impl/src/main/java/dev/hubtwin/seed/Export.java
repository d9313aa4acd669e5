package dev.hubtwin.seed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.hubtwin.control.model.State;

/** Between typed seeds and trees. */
final class Export {

  private static final JsonMapper TYPED = JsonMapper.builder()
      .addModule(new JavaTimeModule())
      .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
      .build();

  private Export() {}

  /** The state as a tree, without what equals its default. */
  static ObjectNode tree(State state) {
    ObjectNode tree = TYPED.valueToTree(state);
    prune(tree, Shape.STATE);
    return tree;
  }

  /** The typed state that a checked tree stands for. */
  static State typed(ObjectNode tree) {
    return TYPED.convertValue(tree, State.class);
  }

  private static void prune(JsonNode node, Shape shape) {
    if (node instanceof ObjectNode object) {
      object.properties().removeIf(member -> {
        Shape of = shape.members().get(member.getKey());
        return of != null && of.defaultValue() != null && of.defaultValue().asText().equals(member.getValue().asText());
      });
      object.properties().forEach(member -> {
        Shape of = shape.members().get(member.getKey());
        if (of != null && member.getValue().isContainerNode()) {
          prune(member.getValue(), of);
        }
      });
    } else if (node.isArray() && shape.items() != null) {
      node.forEach(element -> prune(element, shape.items()));
    }
  }
}
