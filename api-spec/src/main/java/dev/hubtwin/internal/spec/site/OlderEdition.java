package dev.hubtwin.internal.spec.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * Turns a bundle into the description of OpenAPI 3.0 that is published: it says the same in the form that linters and
 * generators of code for other languages take.
 */
final class OlderEdition {

    private static final String EVENT = "-event";

    private OlderEdition() {}

    static ObjectNode of(JsonNode bundle) {
        ObjectNode older = bundle.deepCopy();
        EnumsInPlace.writeOut(older);
        SchemaNames.replace(older);
        SchemaPlaces.forEach(older, OlderEdition::withoutDefaultOfAChoice);
        SchemaPlaces.forEach(older, OlderEdition::withPlainChoices);
        SchemaPlaces.forEach(older, OlderEdition::withContent);
        addWebhooks(older);
        return older;
    }

    /** Go cannot assign a default to a choice; a sentence tells it. */
    private static void withoutDefaultOfAChoice(ObjectNode schema) {
        if (schema.has("default") && schema.has("allOf")) {
            schema.put("description", "By default " + schema.remove("default") + ".");
        }
    }

    /**
     * Null is one of the choices, since {@code nullable} counts only beside a {@code type}; and the forms of a refusal
     * have much in common, so a choice among them is not exclusive.
     */
    private static void withPlainChoices(ObjectNode schema) {
        if (schema.has("nullable") && schema.has("oneOf")) {
            ((ObjectNode) schema.at("/oneOf/0")).set("nullable", schema.remove("nullable"));
        }
        if (schema.at("/oneOf/0").has("$ref")) {
            schema.set("anyOf", schema.remove("oneOf"));
        }
    }

    /** An object in a form is sent as JSON, by the letter of OpenAPI. */
    private static void withContent(ObjectNode schema) {
        JsonNode content = schema.path("x-hubtwin-content");
        if (content.isObject()) {
            schema.removeAll().setAll((ObjectNode) content);
        }
    }

    /** A schema that is named after an event says what a webhook is sent. */
    private static void addWebhooks(ObjectNode older) {
        older.at("/components/schemas").properties().stream()
                .filter(schema -> schema.getKey().endsWith(EVENT))
                .forEach(schema -> addWebhook(older, schema));
    }

    private static void addWebhook(ObjectNode older, Map.Entry<String, JsonNode> schema) {
        String name = schema.getKey().substring(0, schema.getKey().length() - EVENT.length());
        ObjectNode post = older.withObjectProperty("x-webhooks")
                .withObjectProperty(name.replace('-', '_'))
                .withObjectProperty("post");
        post.put("operationId", "webhooks/" + name);
        post.set("summary", schema.getValue().path("description"));
        post.putArray("tags").add("webhooks");
        post.putArray("security");
        ObjectNode body = post.putObject("requestBody").put("required", true);
        body.putObject("content")
                .putObject("application/json")
                .putObject("schema")
                .put("$ref", "#/components/schemas/" + schema.getKey());
        post.putObject("responses").putObject("2XX").put("description", "The event was received.");
    }
}
