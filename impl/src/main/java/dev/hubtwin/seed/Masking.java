package dev.hubtwin.seed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.hubtwin.traffic.Masks;

/** Takes what is secret out of a seed: what the description marks so, what is called so, and what looks like a credential. */
final class Masking {

  private Masking() {}

  /** The tree of a state, masked in its place. */
  static ObjectNode masked(ObjectNode state) {
    mask(state, Shape.STATE, false);
    return state;
  }

  private static JsonNode mask(JsonNode node, Shape shape, boolean secret) {
    if (node instanceof ObjectNode object) {
      object.properties().forEach(member -> {
        Shape of = shape == null ? null : shape.members().getOrDefault(member.getKey(), shape.others());
        member.setValue(mask(member.getValue(), of, secret || isSecret(member.getKey(), of)));
      });
    } else if (node instanceof ArrayNode array) {
      Shape of = shape == null ? null : shape.items();
      for (int i = 0; i < array.size(); i++) {
        array.set(i, mask(array.get(i), of, secret || of != null && of.marks().secret()));
      }
    } else if (node.isTextual()) {
      return new TextNode(secret ? Masks.secret(node.textValue()) : Masks.text(node.textValue()));
    }
    return node;
  }

  private static boolean isSecret(String name, Shape shape) {
    return Masks.isSecret(name) || shape != null && shape.marks().secret();
  }
}
