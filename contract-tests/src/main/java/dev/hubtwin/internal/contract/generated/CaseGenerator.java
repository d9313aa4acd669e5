package dev.hubtwin.internal.contract.generated;

import static dev.hubtwin.internal.contract.generated.RequestCase.Expected.ANSWERED;
import static dev.hubtwin.internal.contract.generated.RequestCase.Expected.LIKE;
import static dev.hubtwin.internal.contract.generated.RequestCase.Expected.REFUSED;
import static dev.hubtwin.internal.contract.generated.RequestCase.Expected.TAKEN;
import static dev.hubtwin.internal.contract.generated.RequestCase.Expected.UNPROCESSABLE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hubtwin.internal.contract.description.Description;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.StringJoiner;

/**
 * Valid and invalid requests for an operation, derived from the description: each parameter at its bounds and beyond,
 * each member of its body of the right and the wrong form. Of values that are much alike each operation is asked a few,
 * and with another seed others.
 */
final class CaseGenerator {

    private static final int FEW = 2;
    private static final List<String> NO_NUMBERS =
            List.of("0", "-1", "2147483648", "9223372036854775808", "1.5", "abc", "1e3", "%00");

    private final Description.Operation operation;
    private final RandomValues values;
    private final String path;
    private final String body;
    private final List<RequestCase> cases = new ArrayList<>();

    private CaseGenerator(Description.Operation operation, RandomValues values, JsonNode sound) {
        this.operation = operation;
        this.values = values;
        this.path = path("", "");
        this.body = sound.isMissingNode() ? "" : sound.toString();
    }

    /**
     * Those of an operation.
     *
     * @param names what they may be about, and the members that its body must have, required or not
     * @param seed the same gives the same
     */
    static List<RequestCase> of(Description.Operation operation, FixtureValues names, long seed) {
        RandomValues values =
                new RandomValues(new Random(31 * seed + operation.id().hashCode()), names.known(), true);
        JsonNode schema = Description.PUBLISHED.bodySchema(operation);
        JsonNode sound = schema.isMissingNode() ? schema : values.object(schema, names.demanded());
        CaseGenerator cases = new CaseGenerator(operation, values, sound);
        cases.add(RequestCase.of(TAKEN, "sound", operation.method(), cases.path, cases.body));
        Description.PUBLISHED.parameters(operation, "path").forEach(cases::named);
        Description.PUBLISHED.parameters(operation, "query").forEach(cases::asked);
        cases.add(cases.query("an unknown parameter", "?nobody_knows_this=%27", "", LIKE));
        if (schema.isMissingNode()) {
            values.few(1, List.of("{", "{\"a\": 1}", "\u0000"))
                    .forEach(text -> cases.add(RequestCase.of(
                            ANSWERED, "a body that nobody asked for", operation.method(), cases.path, text)));
        } else {
            boolean demanding = !names.demanded().isEmpty();
            cases.cases.addAll(
                    BodyCases.of(operation.method(), cases.path, schema, values, (ObjectNode) sound, demanding));
        }
        return cases.cases;
    }

    private void add(RequestCase one) {
        cases.add(one);
    }

    /** A path whose parameters are known, but for one. */
    private String path(String parameter, String value) {
        StringJoiner whole = new StringJoiner("/");
        for (String segment : operation.path().split("/", -1)) {
            String name = segment.startsWith("{") ? segment.substring(1, segment.length() - 1) : "";
            whole.add(name.isEmpty() ? segment : name.equals(parameter) ? value : encode(values.named(name)));
        }
        return whole.toString();
    }

    private void named(JsonNode parameter) {
        String name = parameter.path("name").asText();
        if (schema(parameter).path("type").asText().equals("integer")) {
            values.few(FEW, NO_NUMBERS)
                    .forEach(number -> add(RequestCase.of(
                            REFUSED,
                            name + " in the path is " + number,
                            operation.method(),
                            path(name, number),
                            body)));
            return;
        }
        for (int i = 0; i < FEW; i++) {
            String odd = values.odd().replaceFirst("^\\s*$", "-");
            RequestCase.Expected expected =
                    odd.matches(".*[./%0-9{].*") ? ANSWERED : REFUSED; // these may lead elsewhere
            add(RequestCase.of(
                    expected, name + " in the path is odd", operation.method(), path(name, encode(odd)), body));
        }
    }

    private void asked(JsonNode parameter) {
        String name = parameter.path("name").asText();
        JsonNode schema = schema(parameter);
        if (schema.has("enum")) {
            schema.path("enum").forEach(value -> good(name, value.asText()));
            bad(
                    parameter,
                    List.of(
                            schema.path("enum").path(0).asText().toUpperCase(Locale.ROOT),
                            "no_such_value",
                            "",
                            "\u0000"));
        } else if (schema.path("type").asText().equals("integer")) {
            number(parameter, schema);
        } else if (schema.path("format").asText().equals("date-time")) {
            List.of("2020-01-01T00:00:00.123+14:00", "9999-12-31T23:59:59Z").forEach(time -> good(name, time));
            bad(parameter, List.of("yesterday", "2020-13-01T00:00:00Z", "2020-01-01", ""));
        } else if (schema.has("pattern")) {
            good(name, values.fitting(schema, name));
            bad(parameter, List.of("", "no such value", "\u0000"));
        } else {
            for (int i = 0; i < FEW; i++) {
                good(name, values.odd());
            }
        }
        add(query(name + " is odd", "?" + name + "=" + encode(values.odd()), "", ANSWERED));
        String known = encode(values.fitting(schema, name));
        add(query(name + " twice", "?" + name + "=" + known + "&" + name + "=%00", "", ANSWERED));
    }

    private void number(JsonNode parameter, JsonNode schema) {
        String name = parameter.path("name").asText();
        long least = schema.path("minimum").asLong();
        good(name, Long.toString(least));
        bad(parameter, List.of(Long.toString(least - 1), "abc", "", "1.5", "1e2", "0x10", "-9223372036854775809"));
        if (schema.has("maximum")) {
            String most = schema.path("maximum").asText();
            good(name, most);
            String next = Long.toString(schema.path("maximum").asLong() + 1);
            for (String more : values.few(1, List.of(next, "2147483648", "9223372036854775808"))) {
                add(query(
                        name + " above its maximum, as " + more,
                        "?" + name + "=" + more,
                        "?" + name + "=" + most,
                        LIKE));
            }
        }
    }

    private void good(String name, String value) {
        add(query(name + " is " + value, "?" + name + "=" + encode(value), "", TAKEN));
    }

    /** What a parameter cannot be: refused where the operation documents that, else as if it were absent. */
    private void bad(JsonNode parameter, List<String> outside) {
        String name = parameter.path("name").asText();
        boolean refused = !parameter.path("x-hubtwin-lenient").asBoolean()
                && Description.PUBLISHED.response(operation, 422).isPresent();
        for (String value : values.few(FEW, outside)) {
            add(query(name + " is " + value, "?" + name + "=" + encode(value), "", refused ? UNPROCESSABLE : LIKE));
        }
    }

    private RequestCase query(String what, String query, String like, RequestCase.Expected expected) {
        RequestCase one = RequestCase.of(expected, what, operation.method(), path + query, body);
        if (expected != LIKE) {
            return one;
        }
        return operation.method().equals("GET")
                ? one.like(path + like)
                : RequestCase.of(TAKEN, what, operation.method(), path + query, body);
    }

    private static JsonNode schema(JsonNode parameter) {
        return Description.PUBLISHED.resolve(parameter.path("schema"));
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
