package dev.hubtwin.internal.contract.generated;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hubtwin.internal.contract.description.Description;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Values for parameters and members: fitting ones, often known to a world, and sometimes odd ones. */
final class RandomValues {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> ODD = List.of(
            "",
            " ",
            "0",
            "-1",
            "101",
            "2147483648",
            "9223372036854775808",
            "1.5",
            "NaN",
            "null",
            "true",
            "../..",
            "%2F",
            "a/b",
            "..",
            "\0",
            "日本語",
            "\ud83d\ude00",
            "'; DROP TABLE x; --",
            "<script>alert(1)</script>",
            "x".repeat(3_000),
            "\u202e",
            "{org}",
            "a\nb");
    private static final String NAMELESS = "some text";

    private final Random random;
    private final Map<String, List<String>> known;
    private final boolean sound;

    /**
     * Some, drawn at random.
     *
     * @param known what the world knows, by the name of the parameter or member
     * @param sound whether none is odd unless an odd one is asked for
     */
    RandomValues(Random random, Map<String, List<String>> known, boolean sound) {
        this.random = random;
        this.known = known;
        this.sound = sound;
    }

    /** A value for a parameter in the path. */
    String named(String name) {
        List<String> choices = known.getOrDefault(name, List.of("1", "9001", "acme", "1296269"));
        return isOdd(12) ? odd().replaceFirst("^$", "-") : choices.get(random.nextInt(choices.size()));
    }

    /** Some of many that are much alike; with another seed others. */
    <T> List<T> few(int count, List<T> many) {
        List<T> shuffled = new ArrayList<>(many);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, Math.min(count, shuffled.size()));
    }

    /** A value that fits nearly nowhere. */
    String odd() {
        return ODD.get(random.nextInt(ODD.size()));
    }

    private boolean isOdd(int oneIn) {
        return !sound && random.nextInt(oneIn) == 0;
    }

    /** A value that a schema of a plain type admits, as a text. */
    String fitting(JsonNode schema, String name) {
        return plain(schema, name).asText();
    }

    /** A value that a schema admits, or nearly. */
    JsonNode json(JsonNode unresolved, String name) {
        JsonNode schema = Description.PUBLISHED.resolve(unresolved);
        if (isOdd(25)) {
            return odd(schema);
        }
        for (String choice : new String[] {"oneOf", "anyOf", "allOf"}) {
            if (schema.has(choice)) {
                return json(
                        schema.path(choice)
                                .get(random.nextInt(schema.path(choice).size())),
                        name);
            }
        }
        return switch (schema.path("type").asText()) {
            case "object" -> object(schema);
            case "array" -> array(schema, name);
            default -> plain(schema, name);
        };
    }

    private JsonNode odd(JsonNode schema) {
        return switch (random.nextInt(6)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.numberNode(random.nextLong());
            case 2 -> JSON.booleanNode(random.nextBoolean());
            case 3 -> JSON.arrayNode().add(JSON.objectNode());
            case 4 -> JSON.objectNode().put("a", 1);
            default ->
                JSON.textNode(
                        schema.has("maxLength")
                                ? "x".repeat(schema.path("maxLength").asInt() + 1)
                                : odd());
        };
    }

    private ObjectNode object(JsonNode schema) {
        return object(schema, Set.of());
    }

    /** An object that a schema admits, with some members whether it requires them or not. */
    ObjectNode object(JsonNode schema, Set<String> demanded) {
        ObjectNode object = JSON.objectNode();
        List<String> required = new ArrayList<>(demanded);
        schema.path("required").forEach(name -> required.add(name.asText()));
        schema.path("properties").properties().forEach(member -> {
            if (!isOdd(20) && (required.contains(member.getKey()) || !sound && random.nextBoolean())) {
                object.set(member.getKey(), json(member.getValue(), member.getKey()));
            }
        });
        if (isOdd(30)) {
            object.put("unknown", odd());
        }
        return object;
    }

    private ArrayNode array(JsonNode schema, String name) {
        ArrayNode array = JSON.arrayNode();
        int size = isOdd(10) ? random.nextInt(12) : 1;
        for (int i = 0; i < size; i++) {
            array.add(json(schema.path("items"), name));
        }
        return array;
    }

    private JsonNode plain(JsonNode schema, String name) {
        if (schema.has("enum")) {
            return schema.path("enum").get(random.nextInt(schema.path("enum").size()));
        }
        List<String> choices = known.getOrDefault(
                name, sound ? List.of(example(schema)) : List.of("1", "30", NAMELESS, "2026-01-01T00:00:00Z"));
        String value = choices.get(random.nextInt(choices.size()));
        return switch (schema.path("type").asText()) {
            case "integer" ->
                JSON.numberNode(value.matches("[0-9]+") ? Long.parseLong(value) : sound ? 1 : random.nextInt(200) - 50);
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            default -> JSON.textNode(isOdd(15) ? odd() : value);
        };
    }

    private static String example(JsonNode schema) {
        return switch (schema.path("format").asText()) {
            case "date-time" -> "2098-07-06T05:04:03Z";
            case "uri" -> "https://example.com/some/where";
            default -> NAMELESS;
        };
    }
}
