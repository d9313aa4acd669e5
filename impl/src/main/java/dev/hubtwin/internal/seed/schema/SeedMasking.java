package dev.hubtwin.internal.seed.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.hubtwin.internal.spec.secret.SecretNames;
import dev.hubtwin.internal.traffic.SecretMasks;

/**
 * Masks what is secret in a seed: what the description marks as secret, what has the name of a secret, and what looks
 * like a credential.
 */
public final class SeedMasking {

    private SeedMasking() {}

    /** Masks the tree of a state, and returns it. */
    public static ObjectNode masked(ObjectNode state) {
        mask(state, SeedSchema.STATE, false);
        return state;
    }

    private static JsonNode mask(JsonNode node, SeedSchema shape, boolean secret) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(member -> {
                SeedSchema of = shape == null ? null : shape.members().getOrDefault(member.getKey(), shape.others());
                member.setValue(mask(member.getValue(), of, secret || isSecret(member.getKey(), of)));
            });
        } else if (node instanceof ArrayNode array) {
            SeedSchema of = shape == null ? null : shape.items();
            for (int i = 0; i < array.size(); i++) {
                array.set(
                        i,
                        mask(
                                array.get(i),
                                of,
                                secret || of != null && of.marks().secret()));
            }
        } else if (node.isTextual()) {
            return new TextNode(secret ? SecretMasks.secret(node.textValue()) : SecretMasks.text(node.textValue()));
        }
        return node;
    }

    private static boolean isSecret(String name, SeedSchema shape) {
        return SecretNames.isSecret(name) || shape != null && shape.marks().secret();
    }
}
