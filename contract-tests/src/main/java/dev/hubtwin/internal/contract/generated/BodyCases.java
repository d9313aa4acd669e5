package dev.hubtwin.internal.contract.generated;

import static dev.hubtwin.internal.contract.generated.RequestCase.Expected.ANSWERED;
import static dev.hubtwin.internal.contract.generated.RequestCase.Expected.REFUSED;
import static dev.hubtwin.internal.contract.generated.RequestCase.Expected.TAKEN;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hubtwin.internal.contract.description.Description;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Bodies: a valid one with one member changed at a time, and bodies that are not JSON at all. */
final class BodyCases {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int FEW = 2;
    private static final int SOME = 4;
    private static final List<String> NO_OBJECTS = List.of(
            "[]",
            "7",
            "\"a\"",
            "{",
            "{'a': 1}",
            "{\"a\":}",
            "\u0000",
            "[".repeat(5_000),
            "{\"a\":".repeat(5_000),
            "<xml/>",
            "a=b");
    /** A value of each type. */
    private static final Map<String, JsonNode> OTHERS = new TreeMap<>(Map.of(
            "string",
            JSON.textNode("'"),
            "integer",
            JSON.numberNode(7),
            "object",
            JSON.objectNode().put("a", 1),
            "array",
            JSON.arrayNode().add(1),
            "boolean",
            JSON.booleanNode(true)));
    /** A choice of values is what a permission may be; which of them an app has is a rule. */
    private static final Set<String> RULED = Set.of("permissions");

    private final String method;
    private final String path;
    private final RandomValues values;
    private final JsonNode schema;
    private final ObjectNode sound;
    private final boolean demanding;
    private final List<RequestCase> cases = new ArrayList<>();

    private BodyCases(
            String method, String path, JsonNode schema, RandomValues values, ObjectNode sound, boolean demanding) {
        this.method = method;
        this.path = path;
        this.schema = schema;
        this.values = values;
        this.sound = sound;
        this.demanding = demanding;
    }

    /**
     * Those of one operation.
     *
     * @param sound a body that is taken
     * @param demanding whether a rule demands members that the schema does not require
     */
    static List<RequestCase> of(
            String method, String path, JsonNode schema, RandomValues values, ObjectNode sound, boolean demanding) {
        BodyCases bodies = new BodyCases(method, path, schema, values, sound, demanding);
        bodies.members(schema, "", change -> change.apply(sound.deepCopy()));
        bodies.wholes();
        return bodies.cases;
    }

    /** Puts a changed object where it belongs in a whole body. */
    private interface Frame {
        ObjectNode with(UnaryOperator<ObjectNode> change);
    }

    /** What is newer than the documents means nothing to an enterprise server. */
    private static boolean isKnownEverywhere(Map.Entry<String, JsonNode> member) {
        return !member.getValue().has("x-hubtwin-since");
    }

    private void members(JsonNode object, String prefix, Frame frame) {
        Set<String> required = new TreeSet<>();
        object.path("required").forEach(name -> required.add(name.asText()));
        object.path("properties").properties().stream()
                .filter(BodyCases::isKnownEverywhere)
                .forEach(property -> {
                    String name = property.getKey();
                    if (required.contains(name)) {
                        add(REFUSED, prefix + name + " is absent", frame.with(body -> body.without(name)));
                    } else {
                        add(
                                TAKEN,
                                prefix + name + " is there",
                                frame.with(body -> body.set(name, values.json(property.getValue(), name))));
                    }
                    RequestCase.Expected absent =
                            required.contains(name) ? REFUSED : sound.has(name) ? ANSWERED : TAKEN;
                    member(
                            prefix + name,
                            property.getValue(),
                            absent,
                            value -> frame.with(body -> body.set(name, value)));
                    nested(prefix, name, Description.PUBLISHED.resolve(property.getValue()), frame);
                });
        boolean open = object.path("additionalProperties").asBoolean(true);
        add(
                open ? TAKEN : REFUSED,
                prefix + " an unknown member",
                frame.with(body -> body.put("nobody_knows_this", "'")));
    }

    private void nested(String prefix, String name, JsonNode member, Frame frame) {
        JsonNode items = Description.PUBLISHED.resolve(member.path("items"));
        if (RULED.contains(name)) {
            return;
        }
        if (member.has("properties")) {
            members(
                    member,
                    prefix + name + ".",
                    change -> frame.with(body -> body.set(name, change.apply((ObjectNode) values.json(member, name)))));
        } else if (items.has("properties")) {
            members(
                    items,
                    prefix + name + "[].",
                    change -> frame.with(body ->
                            body.set(name, JSON.arrayNode().add(change.apply((ObjectNode) values.json(items, name))))));
        }
    }

    private interface Put {
        JsonNode in(JsonNode value);
    }

    /** Null where there is none is as if the member were absent. */
    private void member(String name, JsonNode described, RequestCase.Expected absent, Put put) {
        JsonNode member = Description.PUBLISHED.resolve(described);
        Set<String> types = new TreeSet<>();
        types(described, types);
        boolean nullable = described.path("nullable").asBoolean()
                || member.path("nullable").asBoolean();
        add(nullable ? TAKEN : absent, name + " is null", put.in(JSON.nullNode()));
        values.few(
                        FEW,
                        OTHERS.keySet().stream()
                                .filter(type -> !types.contains(type))
                                .toList())
                .forEach(type -> add(REFUSED, name + " is of the type " + type, put.in(OTHERS.get(type))));
        own(name, member, put);
    }

    private void own(String name, JsonNode member, Put put) {
        switch (member.path("type").asText()) {
            case "string" -> text(name, member, put);
            case "array" -> list(name, member, put);
            case "integer" -> {
                for (String number :
                        values.few(FEW, List.of("1.5", "9223372036854775808", "1e400", "-" + "9".repeat(400)))) {
                    cases.add(RequestCase.of(
                            REFUSED,
                            name + " is " + number,
                            method,
                            path,
                            bytes(put.in(JSON.textNode("HERE"))).replace("\"HERE\"", number)));
                }
            }
            case "boolean" -> {
                add(TAKEN, name + " is false", put.in(JSON.booleanNode(false)));
                add(TAKEN, name + " is true", put.in(JSON.booleanNode(true)));
            }
            case "object" -> add(ANSWERED, name + " is empty", put.in(JSON.objectNode()));
            default -> add(REFUSED, name + " is an empty object", put.in(JSON.objectNode()));
        }
    }

    private void text(String name, JsonNode member, Put put) {
        if (member.has("enum")) {
            member.path("enum").forEach(value -> add(ANSWERED, name + " is " + value, put.in(value)));
            add(REFUSED, name + " is outside its enum", put.in(JSON.textNode("no_such_value")));
            return;
        }
        if (member.has("maxLength")) {
            int most = member.path("maxLength").asInt();
            add(TAKEN, name + " is as long as may be", put.in(JSON.textNode("x".repeat(most))));
            add(
                    TAKEN,
                    name + " is as long as may be, of large characters",
                    put.in(JSON.textNode("\ud83d\ude00".repeat(most))));
            for (int length : List.of(most + 1, 100_000)) {
                add(REFUSED, name + " has " + length + " characters", put.in(JSON.textNode("x".repeat(length))));
            }
        }
        if (member.path("minLength").asInt() > 0) {
            add(
                    TAKEN,
                    name + " is as short as may be",
                    put.in(JSON.textNode("x".repeat(member.path("minLength").asInt()))));
            add(REFUSED, name + " is empty", put.in(JSON.textNode("")));
        }
        if (member.path("format").asText().equals("date-time")) {
            add(TAKEN, name + " has an offset", put.in(JSON.textNode("2098-07-06T05:04:03.123+02:00")));
            for (String time : values.few(FEW, List.of("yesterday", "2098-13-01T00:00:00Z", "2098-07-06", ""))) {
                add(REFUSED, name + " is " + time, put.in(JSON.textNode(time)));
            }
        } else if (member.path("format").asText().equals("uri")) {
            values.few(FEW, List.of("no such thing", "", "http://["))
                    .forEach(uri -> add(REFUSED, name + " is " + uri, put.in(JSON.textNode(uri))));
        }
        add(ANSWERED, name + " is odd", put.in(JSON.textNode(values.odd())));
    }

    private void list(String name, JsonNode member, Put put) {
        add(member.path("minItems").asInt() > 0 ? REFUSED : ANSWERED, name + " is empty", put.in(JSON.arrayNode()));
        ArrayNode wrong = JSON.arrayNode();
        wrong.addArray().add(1);
        add(REFUSED, name + " has a list", put.in(wrong));
        add(REFUSED, name + " has null", put.in(JSON.arrayNode().addNull()));
        if (member.has("maxItems")) {
            ArrayNode many = JSON.arrayNode();
            for (int i = 0; i <= member.path("maxItems").asInt(); i++) {
                many.add(values.json(member.path("items"), name));
            }
            add(REFUSED, name + " has too many", put.in(many));
        }
    }

    private void wholes() {
        String text = bytes(sound);
        cases.add(RequestCase.of(TAKEN, "JSON under another name", method, path, text)
                .with("Content-Type", "text/plain"));
        String start = text.substring(0, text.length() - 1) + (text.length() > 2 ? ", " : "");
        for (String other : values.few(SOME, NO_OBJECTS)) {
            cases.add(RequestCase.of(REFUSED, "no JSON, or no object", method, path, other));
        }
        cases.add(RequestCase.of(REFUSED, "cut off", method, path, start));
        cases.add(RequestCase.of(demanding || schema.has("required") ? REFUSED : TAKEN, "null", method, path, "null"));
        if (schema.path("additionalProperties").asBoolean(true)) {
            unknown(TAKEN, "an unknown member, deep", start + "\"deep\": " + "[".repeat(200) + "]".repeat(200));
            unknown(
                    ANSWERED,
                    "an unknown member, far too deep",
                    start + "\"deep\": " + "[".repeat(5_000) + "]".repeat(5_000));
            unknown(ANSWERED, "an unknown member twice", start + "\"a\": 1, \"a\": 2");
            unknown(ANSWERED, "no UTF-8", start + "\"a\": \"\u00ff\u00fe\"");
        }
    }

    private void unknown(RequestCase.Expected expected, String name, String unclosed) {
        cases.add(RequestCase.of(expected, name, method, path, unclosed + "}"));
    }

    /** The JSON types that a schema admits. */
    private static void types(JsonNode described, Set<String> types) {
        JsonNode schema = Description.PUBLISHED.resolve(described);
        for (String choice : List.of("oneOf", "anyOf", "allOf")) {
            schema.path(choice).forEach(one -> types(one, types));
        }
        if (schema.has("type")) {
            types.add(schema.path("type").asText().replace("number", "integer")); // a whole number is one too
        }
    }

    private void add(RequestCase.Expected expected, String name, JsonNode body) {
        cases.add(RequestCase.of(expected, name, method, path, bytes(body)));
    }

    private static String bytes(JsonNode body) {
        return new String(body.toString().getBytes(UTF_8), ISO_8859_1);
    }
}
