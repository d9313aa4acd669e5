package dev.hubtwin.internal.contract.lies;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hubtwin.internal.contract.description.Description;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Lies about the status, the headers and the kind of body of an answer. */
final class AnswerLies {

    private static final int TEAPOT = 418;
    private static final String JSON = "application/json; charset=utf-8";
    private static final List<String> OTHER_TYPES =
            List.of("text/html; charset=utf-8", "text/plain; charset=utf-8", "application/json; charset=iso-8859-1");

    private final LieDerivation derivation;
    private final Description.Operation operation;
    private final int status;
    private final JsonNode response;

    private AnswerLies(LieDerivation derivation, Description.Operation operation, int status, JsonNode response) {
        this.derivation = derivation;
        this.operation = operation;
        this.status = status;
        this.response = response;
    }

    static void derive(LieDerivation derivation, Description.Operation operation, int status, JsonNode response) {
        AnswerLies lies = new AnswerLies(derivation, operation, status, response);
        lies.statuses();
        lies.headers();
        lies.content();
    }

    private void statuses() {
        for (int other : Lies.statuses(operation)) {
            if (other != status) {
                derivation.add(
                        Lie.Kind.STATUS,
                        operation,
                        status + " as " + other,
                        (request, answer) ->
                                when(answer, honest -> as(other, RequestDestination.of(request), request, honest)));
            }
        }
        add(Lie.Kind.UNDOCUMENTED, "as " + TEAPOT, answer -> answer.withStatus(TEAPOT));
    }

    private void headers() {
        List<String> required = Description.PUBLISHED.requiredHeaders(response);
        response.path("headers").properties().forEach(header -> {
            if (!required.contains(header.getKey())) {
                derivation.exclude(LieDerivation.OPTIONAL_HEADER);
            } else {
                derivation.add(
                        Lie.Kind.HEADER,
                        operation,
                        status + " without " + header.getKey(),
                        (request, answer) -> when(answer, honest -> honest.without(header.getKey()))
                                .filter(lie -> answer.header(header.getKey()).isPresent()));
            }
        });
    }

    private void content() {
        if (status == 304) {
            derivation.exclude(LieDerivation.NO_BODY);
        } else if (response.path("content").isMissingNode()) {
            add(
                    Lie.Kind.CONTENT,
                    "with a body",
                    answer -> answer.with("Content-Type", JSON).withBody("{}".getBytes(UTF_8)));
        } else {
            derivation.add(
                    Lie.Kind.CONTENT,
                    operation,
                    status + " without a body",
                    (request, answer) -> answer.body().length > 0
                            ? when(answer, honest -> honest.withBody(new byte[0]))
                            : Optional.empty());
            OTHER_TYPES.forEach(this::type);
        }
    }

    private void type(String type) {
        String kind = type.replaceAll(";.*", "");
        if (!kind.equals("application/json") && response.path("content").has(kind)) {
            derivation.exclude(LieDerivation.DESCRIBED_TYPE);
        } else {
            add(
                    Lie.Kind.CONTENT,
                    "as " + type.replaceAll("; charset=utf-8", ""),
                    answer -> answer.with("Content-Type", type));
        }
    }

    private void add(Lie.Kind kind, String what, UnaryOperator<HttpMessage> lie) {
        derivation.add(kind, operation, status + " " + what, (request, answer) -> when(answer, lie));
    }

    private Optional<HttpMessage> when(HttpMessage answer, UnaryOperator<HttpMessage> lie) {
        return answer.status() == status ? Optional.of(lie.apply(answer)) : Optional.empty();
    }

    /** What the twin answers, had it come to another status; the body is the description's first example. */
    private HttpMessage as(int other, RequestDestination place, HttpMessage request, HttpMessage honest) {
        HttpMessage answer = honest.withStatus(other);
        JsonNode content = Description.PUBLISHED
                .response(operation, other)
                .orElseThrow()
                .path("content")
                .path("application/json");
        if (content.isMissingNode() || request.method().equals("HEAD")) {
            return answer.bare();
        }
        HttpMessage whole = answer.without("Content-Encoding").with("Content-Type", JSON);
        String origin = "http://" + request.header("Host").orElse("twin.example") + place.world();
        JsonNode example = read(Description.PUBLISHED
                .resolve(content.path("examples").elements().next())
                .path("value")
                .toString()
                .replace("https://api.github.com", origin + (place.enterprise() ? "/api/v3" : ""))
                .replace("https://github.com", origin));
        if (other >= 400) {
            speak((ObjectNode) example, other, place.enterprise());
        }
        return whole.withJson(example);
    }

    /** Makes an error one of a dialect. */
    private static void speak(ObjectNode error, int status, boolean enterprise) {
        error.put(
                "documentation_url",
                "https://docs.github.com/" + (enterprise ? "enterprise-server@2.22/rest" : "rest"));
        error.remove("status");
        if (!enterprise && !error.has("code")) {
            error.put("status", Integer.toString(status));
        }
    }

    private static JsonNode read(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
