package dev.hubtwin.internal.contract.description;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.hubtwin.internal.contract.config.Target;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.http.Verdict;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Validates answers against the published description. Of a target that is not strict, only answers that GitHub
 * documents are judged, and undescribed members are warnings.
 */
public final class ResponseValidator {

    private static final Schemas OPEN = new Schemas(Description.PUBLISHED, false, false);
    private static final Schemas CLOSED = new Schemas(Description.PUBLISHED, true, false);
    private static final Schemas CLOSED_DOCUMENTED = new Schemas(Description.PUBLISHED, true, true);
    private static final JsonNode BASIC_ERROR =
            JsonNodeFactory.instance.objectNode().put("$ref", "#/components/schemas/basic-error");

    private static final int MOST_FAULTS = 50;
    private static final int LONGEST_FAULT = 1_000;

    private final Target target;
    private final UrlChecker addresses;

    public ResponseValidator(Target target) {
        this.target = target;
        this.addresses = new UrlChecker(target);
    }

    /** Judges an answer to a request. */
    public Verdict judge(String method, URI uri, HttpAnswer answer) {
        if (method.equals("OPTIONS")) {
            return new Verdict(Optional.empty(), List.of(), List.of()); // no operation: what browsers ask
        }
        Optional<Description.Operation> operation = operation(method, uri);
        List<String> warnings = new ArrayList<>();
        List<String> faults = operation.isPresent()
                ? faults(operation.get(), method, uri, answer, warnings)
                : withoutOperation(method, answer, warnings);
        return new Verdict(operation.map(Description.Operation::id), some(faults), some(warnings));
    }

    /** Returns the verdict on a request without a complete answer. */
    Verdict missing(String method, URI uri, String fault) {
        return new Verdict(operation(method, uri).map(Description.Operation::id), List.of(fault), List.of());
    }

    /** What is wrong a thousand times is told in part. */
    private static List<String> some(List<String> faults) {
        List<String> some = new ArrayList<>();
        faults.stream()
                .limit(MOST_FAULTS)
                .map(fault -> fault.length() > LONGEST_FAULT ? fault.substring(0, LONGEST_FAULT) + "…" : fault)
                .forEach(some::add);
        if (faults.size() > MOST_FAULTS) {
            some.add("there is more that is not told");
        }
        return some;
    }

    private Optional<Description.Operation> operation(String method, URI uri) {
        String path = uri.getRawPath().substring(target.root().getRawPath().length());
        return Description.PUBLISHED.operation(method, path.isEmpty() ? "/" : path);
    }

    private List<String> withoutOperation(String method, HttpAnswer answer, List<String> warnings) {
        List<String> faults = new ArrayList<>();
        if (answer.status() != 404) {
            faults.add("the description has no such operation: expected 404");
        }
        if (!method.equals("HEAD")) {
            addFaults(faults, warnings, answer, BASIC_ERROR);
        }
        if (target.strict() || answer.status() >= 500) {
            return faults;
        }
        warnings.addAll(faults); // no document describes these answers
        return List.of();
    }

    private List<String> faults(
            Description.Operation operation, String method, URI uri, HttpAnswer answer, List<String> warnings) {
        Optional<JsonNode> found = Description.PUBLISHED.response(operation, answer.status());
        if (found.isEmpty()) {
            return List.of("the status " + answer.status() + " is not one of those that it lists: "
                    + Description.PUBLISHED.statuses(operation));
        }
        JsonNode response = found.get();
        if (!target.strict() && !Description.PUBLISHED.isDocumented(operation, answer.status())) {
            return List.of();
        }
        List<String> faults = new ArrayList<>();
        addMissingHeaders(faults, response, answer);
        addStrayLocation(faults, uri, answer);
        if (isPage(answer) && response.path("content").has("text/html") || isForm(response, answer)) {
            return faults;
        }
        if (response.path("content").has("text/plain") && !method.equals("HEAD")) {
            addIf(faults, answer.body().length == 0, "a text was expected");
            addIf(
                    faults,
                    !"text/plain; charset=utf-8".equalsIgnoreCase(answer.header("Content-Type")),
                    "the content type text/plain; charset=utf-8 was expected");
            return faults;
        }
        JsonNode schema = response.at("/content/application~1json/schema");
        if (schema.isMissingNode() || method.equals("HEAD")) {
            addIf(faults, answer.body().length > 0, "no body was expected");
            addIf(
                    faults,
                    response.path("content").isMissingNode() && answer.header("Content-Type") != null,
                    "no content type was expected");
        } else {
            addFaults(faults, warnings, answer, schema);
        }
        return faults;
    }

    private static boolean isPage(HttpAnswer answer) {
        return answer.body().length > 0
                && "text/html; charset=utf-8".equalsIgnoreCase(answer.header("Content-Type"))
                && !answer.text().startsWith("{"); // an error in JSON stays JSON, whatever its type
    }

    /** Whether the answer is in another form that the description has, of the same members. */
    private static boolean isForm(JsonNode response, HttpAnswer answer) {
        String type = Objects.requireNonNullElse(answer.header("Content-Type"), "");
        return !type.contains("json") && response.path("content").has(type.replaceFirst(" *;.*", ""));
    }

    private void addMissingHeaders(List<String> faults, JsonNode response, HttpAnswer answer) {
        Description.PUBLISHED
                .requiredHeaders(response)
                .forEach(name -> addIf(faults, answer.header(name) == null, "there is no header " + name));
        if (target.strict()) {
            String version = target.enterprise() ? "X-GitHub-Enterprise-Version" : "X-GitHub-Api-Version-Selected";
            String other = target.enterprise() ? "X-GitHub-Api-Version-Selected" : "X-GitHub-Enterprise-Version";
            addIf(faults, answer.header(version) == null, "there is no header " + version);
            addIf(faults, answer.header(other) != null, "there is a header " + other);
        }
        answer.links()
                .forEach((rel, url) ->
                        addIf(faults, !addresses.isAtRoot(url), rel + " leaves the root of the API: " + url));
    }

    /** GitHub's are whole; HTTP takes one from the root of the server too. */
    private void addStrayLocation(List<String> faults, URI uri, HttpAnswer answer) {
        String location = answer.header("Location");
        boolean relative = !target.strict() && location != null && location.startsWith("/");
        addIf(
                faults,
                location != null
                        && !addresses.isAtRoot(relative ? uri.resolve(location).toString() : location),
                "Location leaves the root of the API: " + location);
    }

    private void addFaults(List<String> faults, List<String> warnings, HttpAnswer answer, JsonNode schema) {
        String type = answer.header("Content-Type");
        addIf(
                faults,
                !isJson(type),
                "the content type is " + (type == null ? "missing" : type) + " and not application/json"
                        + (target.strict() ? "; charset=utf-8" : ""));
        addIf(faults, answer.headers().allValues("Content-Type").size() > 1, "there is more than one content type");
        addIf(faults, answer.header("Content-Encoding") != null, "the body is encoded, which was not asked for");
        if (answer.body().length == 0) {
            faults.add("there is no body");
            return;
        }
        JsonNode body;
        try {
            body = answer.json();
        } catch (AssertionError e) {
            faults.add("the body is not JSON");
            return;
        }
        Schemas whole = target.enterprise() ? CLOSED_DOCUMENTED : CLOSED;
        faults.addAll((target.strict() ? whole : OPEN).faults(schema, body));
        if (!target.strict() && faults.isEmpty()) {
            warnings.addAll(whole.faults(schema, body));
        }
        addresses.strays(body).forEach(stray -> faults.add("leaves the root of the API: " + stray));
        addIf(
                faults,
                target.strict()
                        && answer.status() >= 400
                        && body.has("message")
                        && !speaksItsDialect(answer.status(), body),
                "the error is in the other dialect: " + dialect(body));
    }

    /** GitHub always names the charset, which no document promises. */
    private boolean isJson(String type) {
        return "application/json; charset=utf-8".equalsIgnoreCase(type)
                || !target.strict()
                        && type != null
                        && type.toLowerCase(Locale.ROOT).matches("application/json *(;.*)?");
    }

    /**
     * Today github.com repeats the status in an error without a code (R33); an enterprise server does not (conventions,
     * 1).
     */
    private boolean speaksItsDialect(int status, JsonNode error) {
        return error.path("documentation_url").asText().startsWith(documentation())
                && error.path("status")
                        .asText()
                        .equals(target.enterprise() || error.has("code") ? "" : Integer.toString(status));
    }

    private String dialect(JsonNode error) {
        return "its documentation_url must begin with " + documentation()
                + (target.enterprise()
                        ? ", and it has no status"
                        : error.has("code") ? "" : ", and its status is the answer's, as a text");
    }

    private String documentation() {
        return "https://docs.github.com/" + (target.enterprise() ? "enterprise-server@2.22/rest" : "rest");
    }

    private static void addIf(List<String> faults, boolean wrong, String fault) {
        if (wrong) {
            faults.add(fault);
        }
    }
}
