package dev.hubtwin.internal.contract.description;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.hubtwin.internal.contract.config.Target;
import dev.hubtwin.internal.contract.http.Breach;
import dev.hubtwin.internal.contract.http.Breach.Kind;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.http.MemberFault;
import dev.hubtwin.internal.contract.http.Verdict;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

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

    private static final int MOST_BREACHES = 50;
    private static final int LONGEST_TEXT = 1_000;

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
        List<Breach> warnings = new ArrayList<>();
        List<Breach> breaches = operation.isPresent()
                ? breaches(operation.get(), method, uri, answer, warnings)
                : withoutOperation(method, answer, warnings);
        return new Verdict(
                operation.map(Description.Operation::id),
                some(breaches),
                some(warnings).stream().map(Breach::text).toList());
    }

    /** Returns the verdict on a request without a complete answer. */
    Verdict missing(String method, URI uri, String text) {
        return new Verdict(
                operation(method, uri).map(Description.Operation::id), List.of(Breach.noAnswer(text)), List.of());
    }

    /** What is wrong a thousand times is told in part. */
    private static List<Breach> some(List<Breach> breaches) {
        int end = Math.min(MOST_BREACHES, breaches.size());
        return IntStream.range(0, end)
                .mapToObj(i -> some(breaches.get(i), i == end - 1 && end < breaches.size()))
                .toList();
    }

    private static Breach some(Breach breach, boolean last) {
        return new Breach(
                breach.kind(),
                breach.place(),
                some(breach.title()),
                some(breach.text()) + (last ? "\n- there is more that is not told" : ""),
                breach.member());
    }

    private static String some(String text) {
        return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + "…" : text;
    }

    private Optional<Description.Operation> operation(String method, URI uri) {
        String path = uri.getRawPath().substring(target.root().getRawPath().length());
        return Description.PUBLISHED.operation(method, path.isEmpty() ? "/" : path);
    }

    private List<Breach> withoutOperation(String method, HttpAnswer answer, List<Breach> warnings) {
        List<Breach> breaches = new ArrayList<>();
        if (answer.status() != 404) {
            breaches.add(Breach.status(404, answer.status(), "the description has no such operation: expected 404"));
        }
        if (!method.equals("HEAD")) {
            addBody("basic-error", breaches, warnings, answer, BASIC_ERROR);
        }
        if (target.strict() || answer.status() >= 500) {
            return breaches;
        }
        warnings.addAll(breaches); // no document describes these answers
        return List.of();
    }

    private List<Breach> breaches(
            Description.Operation operation, String method, URI uri, HttpAnswer answer, List<Breach> warnings) {
        Optional<JsonNode> found = Description.PUBLISHED.response(operation, answer.status());
        if (found.isEmpty()) {
            return List.of(new Breach(
                    Kind.STATUS,
                    Integer.toString(answer.status()),
                    "the status is " + answer.status() + ", which is not described",
                    "the status " + answer.status() + " is not one of those that it lists: "
                            + Description.PUBLISHED.statuses(operation)));
        }
        JsonNode response = found.get();
        if (!target.strict() && !Description.PUBLISHED.isDocumented(operation, answer.status())) {
            return List.of();
        }
        List<Breach> breaches = new ArrayList<>();
        addHeaders(breaches, response, answer);
        addStrayLocation(breaches, uri, answer);
        if (isPage(answer) && response.path("content").has("text/html") || isForm(response, answer)) {
            return breaches;
        }
        if (response.path("content").has("text/plain") && !method.equals("HEAD")) {
            addIf(breaches, answer.body().length == 0, Kind.BODY, "missing", "a text was expected");
            addIf(
                    breaches,
                    !"text/plain; charset=utf-8".equalsIgnoreCase(answer.header("Content-Type")),
                    Kind.CONTENT_TYPE,
                    "text/plain",
                    "the content type text/plain; charset=utf-8 was expected");
            return breaches;
        }
        JsonNode schema = response.at("/content/application~1json/schema");
        if (schema.isMissingNode() || method.equals("HEAD")) {
            addIf(breaches, answer.body().length > 0, Kind.BODY, "unexpected", "no body was expected");
            addIf(
                    breaches,
                    response.path("content").isMissingNode() && answer.header("Content-Type") != null,
                    Kind.SURPLUS_HEADER,
                    "Content-Type",
                    "no content type was expected");
        } else {
            addBody(operation.id(), breaches, warnings, answer, schema);
        }
        return breaches;
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

    private void addHeaders(List<Breach> breaches, JsonNode response, HttpAnswer answer) {
        Description.PUBLISHED.requiredHeaders(response).forEach(name -> addIfMissing(breaches, answer, name));
        if (target.strict()) {
            String version = target.enterprise() ? "X-GitHub-Enterprise-Version" : "X-GitHub-Api-Version-Selected";
            String other = target.enterprise() ? "X-GitHub-Api-Version-Selected" : "X-GitHub-Enterprise-Version";
            addIfMissing(breaches, answer, version);
            addIf(breaches, answer.header(other) != null, Kind.SURPLUS_HEADER, other, "there is a header " + other);
        }
        answer.links().forEach((rel, url) -> {
            if (!addresses.isAtRoot(url)) {
                breaches.add(stray("links", "rel=\"" + rel + "\"", rel + " leaves the root of the API: " + url));
            }
        });
    }

    /** GitHub's are whole; HTTP takes one from the root of the server too. */
    private void addStrayLocation(List<Breach> breaches, URI uri, HttpAnswer answer) {
        String location = answer.header("Location");
        boolean relative = !target.strict() && location != null && location.startsWith("/");
        if (location != null
                && !addresses.isAtRoot(relative ? uri.resolve(location).toString() : location)) {
            breaches.add(stray("redirections", "Location", "Location leaves the root of the API: " + location));
        }
    }

    private static Breach stray(String kind, String name, String text) {
        return new Breach(Kind.ADDRESS, kind, name + " leads away from the root of the API", text);
    }

    private static Breach stray(UrlChecker.Stray found) {
        return stray("addresses", found.name(), "leaves the root of the API: " + found.name() + ": " + found.url())
                .at(new MemberFault(found.pointer(), "a URL at the root of the API"));
    }

    private void addBody(
            String owner, List<Breach> breaches, List<Breach> warnings, HttpAnswer answer, JsonNode schema) {
        String type = answer.header("Content-Type");
        addIf(
                breaches,
                !isJson(type),
                Kind.CONTENT_TYPE,
                "application/json",
                "the content type is " + (type == null ? "missing" : type) + " and not application/json"
                        + (target.strict() ? "; charset=utf-8" : ""));
        addIf(
                breaches,
                answer.headers().allValues("Content-Type").size() > 1,
                Kind.SURPLUS_HEADER,
                "Content-Type",
                "there is more than one content type");
        addIf(
                breaches,
                answer.header("Content-Encoding") != null,
                Kind.SURPLUS_HEADER,
                "Content-Encoding",
                "the body is encoded, which was not asked for");
        if (answer.body().length == 0) {
            breaches.add(new Breach(Kind.BODY, "missing", "there is no body", "there is no body"));
            return;
        }
        JsonNode body;
        try {
            body = answer.json();
        } catch (AssertionError e) {
            breaches.add(new Breach(Kind.BODY, "not-json", "the body is not JSON", "the body is not JSON"));
            return;
        }
        Schemas whole = target.enterprise() ? CLOSED_DOCUMENTED : CLOSED;
        breaches.addAll((target.strict() ? whole : OPEN).breaches(owner, schema, body));
        if (!target.strict() && breaches.isEmpty()) {
            warnings.addAll(whole.breaches(owner, schema, body));
        }
        addresses.strays(body).forEach(found -> breaches.add(stray(found)));
        addIf(
                breaches,
                target.strict()
                        && answer.status() >= 400
                        && body.has("message")
                        && !speaksItsDialect(answer.status(), body),
                Kind.DIALECT,
                "errors",
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

    private static void addIfMissing(List<Breach> breaches, HttpAnswer answer, String header) {
        if (answer.header(header) == null) {
            breaches.add(Breach.header(header));
        }
    }

    private static void addIf(List<Breach> breaches, boolean wrong, Kind kind, String place, String text) {
        if (wrong) {
            breaches.add(new Breach(kind, place, text, text));
        }
    }
}
