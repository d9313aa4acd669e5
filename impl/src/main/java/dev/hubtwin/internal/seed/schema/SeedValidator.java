package dev.hubtwin.internal.seed.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hubtwin.internal.seed.document.DocumentException;
import dev.hubtwin.internal.seed.document.DocumentPath;
import dev.hubtwin.internal.text.Excerpt;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * Holds a tree against the shape it must have, and says where it differs and what was expected. Request bodies go
 * through a library for JSON Schema, which reports every error in an order of its own; a seed is refused for the first
 * one in the document, by its place and with what was expected there, which the library does not say.
 */
public final class SeedValidator {

    private SeedValidator() {}

    /** Removes every null that only says that a member is absent. */
    public static void dropNulls(JsonNode node, SeedSchema shape) {
        if (node instanceof ObjectNode object && !shape.open()) {
            object.properties().removeIf(member -> member.getValue().isNull());
            object.properties().forEach(member -> {
                SeedSchema of = shape.members().get(member.getKey());
                if (of != null) {
                    dropNulls(member.getValue(), of);
                }
            });
        } else if (node.isArray() && shape.items() != null) {
            node.forEach(element -> dropNulls(element, shape.items()));
        }
    }

    /**
     * Checks a tree without nulls.
     *
     * @throws DocumentException about the first value that is wrong
     */
    public static void check(JsonNode node, SeedSchema shape, DocumentPath place) {
        if (!shape.choices().isEmpty()) {
            check(node, choice(node, shape, place), place);
            return;
        }
        switch (shape.type()) {
            case "object" -> object(node, shape, place);
            case "array" -> array(node, shape, place);
            case "integer" -> integer(node, shape, place);
            case "boolean" -> expect(node.isBoolean(), node, place, "true or false");
            default -> string(node, shape, place);
        }
    }

    private static SeedSchema choice(JsonNode node, SeedSchema shape, DocumentPath place) {
        String type = node.isArray() ? "array" : node.isTextual() ? "string" : node.isIntegralNumber() ? "integer" : "";
        return shape.choices().stream()
                .filter(choice -> choice.type().equals(type))
                .findFirst()
                .orElseThrow(() -> new DocumentException(
                        place,
                        expected(
                                node,
                                String.join(
                                        " or ",
                                        shape.choices().stream()
                                                .map(SeedValidator::name)
                                                .toList()))));
    }

    private static String name(SeedSchema choice) {
        return switch (choice.type()) {
            case "array" -> "a list";
            case "integer" -> "a whole number";
            default -> String.join(", ", choice.words());
        };
    }

    private static void object(JsonNode node, SeedSchema shape, DocumentPath place) {
        expect(node.isObject(), node, place, "an object");
        for (String name : shape.required()) {
            if (!node.has(name)) {
                throw new DocumentException(place, Excerpt.of(name) + " is missing; expected it here");
            }
        }
        if (shape.open()) {
            return;
        }
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            SeedSchema of = shape.members().getOrDefault(member.getKey(), shape.others());
            DocumentPath there = place.at(member.getKey());
            if (of == null) {
                throw new DocumentException(
                        there,
                        "this key is unknown; expected one of "
                                + String.join(", ", shape.members().keySet()));
            }
            check(member.getValue(), of, there);
        }
    }

    private static void array(JsonNode node, SeedSchema shape, DocumentPath place) {
        expect(node.isArray(), node, place, "a list");
        for (int i = 0; i < node.size(); i++) {
            check(node.get(i), shape.items(), place.at(i));
        }
    }

    private static void integer(JsonNode node, SeedSchema shape, DocumentPath place) {
        expect(node.isIntegralNumber(), node, place, "a whole number");
        long value = node.longValue();
        boolean inRange = node.canConvertToLong()
                && (shape.least() == null || value >= shape.least())
                && (shape.most() == null || value <= shape.most());
        if (!inRange) {
            throw new DocumentException(
                    place, "this is out of range; expected a number from " + shape.least() + " to " + shape.most());
        }
    }

    private static void string(JsonNode node, SeedSchema shape, DocumentPath place) {
        expect(
                node.isTextual(),
                node,
                place,
                node.isNumber() || node.isBoolean() ? "a text: put it in quotes" : "a text");
        String text = node.textValue();
        if (!shape.words().isEmpty() && !shape.words().contains(text)) {
            throw new DocumentException(
                    place, Excerpt.of(text) + " is not one of them; expected " + String.join(" or ", shape.words()));
        }
        if (shape.least() != null && text.length() < shape.least()
                || shape.most() != null && text.length() > shape.most()) {
            throw new DocumentException(
                    place,
                    "this has " + text.length() + " characters; expected " + (shape.least() == null ? 0 : shape.least())
                            + " to " + shape.most());
        }
        if (shape.pattern() != null && !shape.pattern().matcher(text).matches()) {
            throw new DocumentException(place, "this is not a name; expected " + shape.pattern());
        }
        format(text, shape, place);
    }

    private static void format(String text, SeedSchema shape, DocumentPath place) {
        try {
            switch (shape.format() == null ? "" : shape.format()) {
                case "date-time" -> time(text);
                case "duration" -> Duration.parse(text);
                case "uri" -> absolute(text);
                default -> {}
            }
        } catch (DateTimeException | ArithmeticException | URISyntaxException e) {
            throw new DocumentException(
                    place, "this is not a " + shape.format() + "; expected one, like " + example(shape.format()));
        }
    }

    /**
     * The moment that a text in ISO 8601 means.
     *
     * @throws DateTimeException if it means none, or none in the years that four digits count
     */
    public static Instant time(String text) {
        OffsetDateTime time = OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC);
        if (time.getYear() < 1 || time.getYear() > 9999) {
            throw new DateTimeException("beyond the years that four digits count");
        }
        return time.toInstant();
    }

    private static void absolute(String text) throws URISyntaxException {
        if (!new URI(text).isAbsolute()) {
            throw new URISyntaxException(text, "no scheme");
        }
    }

    private static String example(String format) {
        return switch (format) {
            case "date-time" -> "2026-01-01T00:00:00Z";
            case "duration" -> "PT30S";
            default -> "https://example.com/";
        };
    }

    private static void expect(boolean yes, JsonNode node, DocumentPath place, String what) {
        if (!yes) {
            throw new DocumentException(place, expected(node, what));
        }
    }

    private static String expected(JsonNode node, String what) {
        String is =
                switch (node.getNodeType()) {
                    case OBJECT -> "an object";
                    case ARRAY -> "a list";
                    case STRING -> "a text";
                    case NUMBER -> "a number";
                    case BOOLEAN -> "a boolean";
                    default -> "nothing";
                };
        return "this is " + is + "; expected " + what;
    }
}
