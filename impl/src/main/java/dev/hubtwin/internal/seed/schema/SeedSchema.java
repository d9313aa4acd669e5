package dev.hubtwin.internal.seed.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A schema of the control description, as far as seeds need it: what a value must be, and what a merge has to know.
 *
 * @param type as in the schema; null for a choice
 * @param members of an object, by name
 * @param required of an object, the names it must have
 * @param others of an object, what its unnamed members must be; null: there may be none
 * @param open an object that may hold anything, and is taken as one value
 * @param items of an array
 * @param choices the shapes of which a value has one; empty if there is no choice
 * @param words the only values of a string; empty if it is free
 * @param least and {@code most}: of an integer the value, of a string the length; null without a limit
 * @param defaultValue what stands for an absent member; null if nothing does
 */
public record SeedSchema(
        String type,
        Map<String, SeedSchema> members,
        List<String> required,
        SeedSchema others,
        boolean open,
        SeedSchema items,
        List<SeedSchema> choices,
        List<String> words,
        Pattern pattern,
        String format,
        Long least,
        Long most,
        JsonNode defaultValue,
        Marks marks) {

    /**
     * What the extensions say, as the description explains them; lists are empty and texts null where they say nothing.
     */
    public record Marks(
            List<String> key,
            List<String> otherKey,
            List<String> scope,
            Map<String, List<String>> resets,
            String holds,
            String belongsTo,
            String refersTo,
            String names,
            boolean secret,
            boolean anyCase) {}

    /** The whole state. */
    public static final SeedSchema STATE = new Reader(schemas(), new HashMap<>()).named("state");

    private static JsonNode schemas() {
        try (InputStream schemas = SeedSchema.class.getResourceAsStream("/openapi/control-state.json")) {
            return new JsonMapper().readTree(schemas);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Reader(JsonNode schemas, Map<String, SeedSchema> known) {

        SeedSchema named(String name) {
            SeedSchema shape = known.get(name);
            if (shape == null) {
                shape = read(schemas.path(name));
                known.put(name, shape);
            }
            return shape;
        }

        private SeedSchema read(JsonNode schema) {
            if (schema.has("$ref")) {
                String reference = schema.get("$ref").textValue();
                return named(reference.substring(reference.lastIndexOf('/') + 1));
            }
            Map<String, SeedSchema> members = new LinkedHashMap<>();
            schema.path("properties")
                    .properties()
                    .forEach(member -> members.put(member.getKey(), read(member.getValue())));
            List<SeedSchema> choices = new ArrayList<>();
            schema.path("oneOf").forEach(choice -> choices.add(read(choice)));
            JsonNode others = schema.path("additionalProperties");
            boolean string = "string".equals(schema.path("type").textValue());
            return new SeedSchema(
                    schema.path("type").textValue(),
                    members,
                    texts(schema.path("required")),
                    others.isObject() ? read(others) : null,
                    others.isBoolean() && others.booleanValue(),
                    schema.has("items") ? read(schema.get("items")) : null,
                    choices,
                    texts(schema.path("enum")),
                    schema.has("pattern")
                            ? Pattern.compile(schema.get("pattern").textValue())
                            : null,
                    schema.path("format").textValue(),
                    number(schema.path(string ? "minLength" : "minimum")),
                    number(schema.path(string ? "maxLength" : "maximum")),
                    schema.get("default"),
                    marks(schema));
        }

        private static Marks marks(JsonNode schema) {
            return new Marks(
                    texts(schema.path("x-hubtwin-key")),
                    texts(schema.path("x-hubtwin-other-key")),
                    texts(schema.path("x-hubtwin-scope")),
                    resets(schema.path("x-hubtwin-resets")),
                    schema.path("x-hubtwin-holds").textValue(),
                    schema.path("x-hubtwin-belongs-to").textValue(),
                    schema.path("x-hubtwin-refers-to").textValue(),
                    schema.path("x-hubtwin-keys").textValue(),
                    schema.path("x-hubtwin-secret").booleanValue(),
                    schema.path("x-hubtwin-any-case").booleanValue());
        }

        private static Map<String, List<String>> resets(JsonNode marks) {
            Map<String, List<String>> resets = new HashMap<>();
            marks.properties().forEach(mark -> resets.put(mark.getKey(), texts(mark.getValue())));
            return resets;
        }

        private static List<String> texts(JsonNode array) {
            List<String> texts = new ArrayList<>();
            array.forEach(text -> texts.add(text.textValue()));
            return texts;
        }

        private static Long number(JsonNode limit) {
            return limit.isMissingNode() ? null : limit.longValue();
        }
    }
}
