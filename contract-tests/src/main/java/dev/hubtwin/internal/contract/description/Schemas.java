package dev.hubtwin.internal.contract.description;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import dev.hubtwin.internal.contract.http.Breach;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The schemas of the description in the words of JSON Schema 2020-12, which says in full what {@code nullable} says in
 * short. Formats count.
 */
final class Schemas {

    /** Since when github.com has a member that the documents do not have. */
    private static final String SINCE = "x-hubtwin-since";

    /** Required members that GitHub sends and no document names. */
    private static final String CUSTOMARY = "x-hubtwin-customary";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private final boolean closed;
    private final boolean documented;
    private final JsonNode named;
    private final Map<JsonNode, Schema> compiled = new ConcurrentHashMap<>();

    /**
     * The schemas of a description.
     *
     * @param closed whether an object may only have the members that are described, and must have the customary ones
     *     too
     * @param documented whether members that are newer than the documents are left out
     */
    Schemas(Description description, boolean closed, boolean documented) {
        this.closed = closed;
        this.documented = documented;
        this.named = JSON.objectNode().set("schemas", all(description.schemas()));
    }

    /**
     * What is wrong with a value that {@code schema} describes; of very much that is wrong, the beginning.
     *
     * @param owner the name of the schema, for what is wrong outside of the named ones
     */
    List<Breach> breaches(String owner, JsonNode schema, JsonNode value) {
        FirstErrors errors = new FirstErrors();
        try {
            compiled.computeIfAbsent(schema, this::compile)
                    .validate(value, (ExecutionContext context) -> context.setErrors(errors));
        } catch (FirstErrors.EnoughException e) {
            return SchemaBreach.all(owner, errors);
        }
        return SchemaBreach.all(owner, errors);
    }

    /** A list that ends a validation when it is long: a large wrong body would fill the memory with errors. */
    private static final class FirstErrors extends ArrayList<Error> {

        private static final long serialVersionUID = 1L;
        private static final int MOST = 1_000;

        @Override
        public boolean add(Error error) {
            if (size() == MOST) {
                throw new EnoughException();
            }
            return super.add(error);
        }

        /** Ends a validation. */
        private static final class EnoughException extends RuntimeException {
            private static final long serialVersionUID = 1L;
        }
    }

    private Schema compile(JsonNode schema) {
        ObjectNode whole = (ObjectNode) translate(schema);
        whole.set("components", named);
        return REGISTRY.getSchema(whole);
    }

    /** Members of an object that holds schemas by name. */
    private JsonNode all(JsonNode schemas) {
        ObjectNode translated = JSON.objectNode();
        schemas.properties().stream()
                .filter(schema -> !documented || !schema.getValue().has(SINCE))
                .forEach(schema -> translated.set(schema.getKey(), translate(schema.getValue())));
        return translated;
    }

    private JsonNode translate(JsonNode schema) {
        if (schema.isArray()) {
            ArrayNode translated = JSON.arrayNode();
            schema.forEach(element -> translated.add(translate(element)));
            return translated;
        }
        if (!schema.isObject()) {
            return schema;
        }
        ObjectNode translated = JSON.objectNode();
        schema.properties()
                .forEach(
                        member -> translated.set(name(member.getKey()), translate(member.getKey(), member.getValue())));
        if (!closed && schema.has(CUSTOMARY)) {
            List<JsonNode> customary = schema.path(CUSTOMARY).valueStream().toList();
            translated.withArray("required").removeIf(customary::contains);
        }
        if (schema.path("format").asText().matches("int(32|64)")) {
            limit(translated, Integer.parseInt(schema.path("format").asText().substring(3)));
        }
        if (closed && translated.has("properties") && !translated.has("additionalProperties")) {
            translated.put("additionalProperties", false);
        }
        return schema.path("nullable").asBoolean() ? orNull(translated) : translated;
    }

    /** Without what is customary, what fits one form of several may fit another. */
    private String name(String keyword) {
        return keyword.equals("oneOf") && !closed ? "anyOf" : keyword;
    }

    /** JSON Schema does not know these formats. */
    private static void limit(ObjectNode integer, int bits) {
        BigInteger beyond = BigInteger.TWO.pow(bits - 1);
        integer.put("exclusiveMaximum", beyond);
        if (!integer.has("minimum")) {
            integer.put("minimum", beyond.negate());
        }
    }

    private JsonNode translate(String keyword, JsonNode value) {
        return switch (keyword) {
            case "properties" -> all(value);
            case "enum", "default", "example" -> value;
            default -> translate(value);
        };
    }

    private static JsonNode orNull(ObjectNode schema) {
        ObjectNode either = JSON.objectNode();
        either.putArray("anyOf").add(schema).addObject().put("type", "null");
        return either;
    }
}
