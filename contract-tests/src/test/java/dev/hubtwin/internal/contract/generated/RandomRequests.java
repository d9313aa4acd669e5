package dev.hubtwin.internal.contract.generated;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.contract.description.Description;
import dev.hubtwin.internal.contract.support.CredentialWorld;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.StringJoiner;

/**
 * Requests for the operations of the description: valid ones, nearly valid ones, and broken ones. The same seed gives
 * the same.
 */
public final class RandomRequests {

    private static final List<String> EVERYBODY = List.copyOf(CredentialWorld.everybody());
    private static final List<String> NO_CREDENTIAL = List.of(
            "token ghp_unknown",
            "Bearer",
            "Basic !",
            "Basic Og==",
            "Bearer a.b.c",
            "bearer ghp_able",
            "Digest x",
            "token  ",
            "Bearer eyJhbGciOiJub25lIn0.eyJpc3MiOjQyNDJ9.");
    private static final List<String> ACCEPTED = List.of(
            "*/*",
            "application/json",
            "application/vnd.github.v3+json",
            "application/vnd.github.surtur-preview+json",
            "text/html",
            ";",
            "");

    /** What the world of {@code EveryKind} knows. */
    private static final Map<String, List<String>> KNOWN = Map.ofEntries(
            Map.entry("org", List.of("acme", "ACME", "nobody")),
            Map.entry("username", List.of("olivia", "mike", "nina", "dora", "sam", "owen", "acme", "nobody")),
            Map.entry("owner", List.of("acme", "olivia", "nobody")),
            Map.entry("repo", List.of("widgets", "nothing")),
            Map.entry("hook_id", List.of("1", "2", "99")),
            Map.entry("campaign_number", List.of("1", "2", "0", "99")),
            Map.entry("installation_id", List.of("555", "556", "557", "99")),
            Map.entry("client_id", List.of("Iv1.able", "Iv1.bare", "0a1b2c3d")),
            Map.entry("app_slug", List.of("able", "bare", "nothing")),
            Map.entry("code", List.of("one-time-code", "no-code")),
            Map.entry("login", List.of("olivia", "mike", "nobody")),
            Map.entry("managers", List.of("olivia", "mike", "nobody")),
            Map.entry("team_managers", List.of("security", "nobody")),
            Map.entry("repositories", List.of("widgets", "nothing")),
            Map.entry("repository_id", List.of("1296269", "1")),
            Map.entry("repository_ids", List.of("1296269", "1")),
            Map.entry("alert_numbers", List.of("1", "2")),
            Map.entry("access_token", List.of("ghu_able", "ghu_bare", "ghp_able")),
            Map.entry("target", List.of("acme", "olivia")),
            Map.entry("name", List.of("web", "A name")),
            Map.entry("url", List.of("http://127.0.0.1:9/hook", "https://example.com", "nowhere")),
            Map.entry("ends_at", List.of("2027-01-01T00:00:00Z", "2020-01-01T00:00:00+01:00")));

    private final Random random;
    private final RandomValues values;

    /** Requests that begin with {@code seed}. */
    public RandomRequests(long seed) {
        this.random = new Random(seed);
        this.values = new RandomValues(random, KNOWN, false);
    }

    /** The next request to a server at one of these roots. */
    public HttpRequest next(String root) {
        List<Description.Operation> operations = Description.PUBLISHED.operations();
        Description.Operation operation = operations.get(random.nextInt(operations.size()));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + path(operation) + query(operation)))
                .method(method(operation), body(operation))
                .header("Accept", pick(ACCEPTED));
        String who = pick(EVERYBODY);
        if (random.nextInt(20) == 0) {
            request.header("Authorization", pick(NO_CREDENTIAL));
        } else {
            CredentialWorld.authorization(who).ifPresent(header -> request.header("Authorization", header));
        }
        if (random.nextInt(10) == 0) {
            request.header(
                    "Content-Type",
                    pick(List.of("text/plain", "application/xml", "application/x-www-form-urlencoded")));
        }
        return request.build();
    }

    private String method(Description.Operation operation) {
        return operation.method().equals("GET") && random.nextInt(10) == 0 ? "HEAD" : operation.method();
    }

    private String path(Description.Operation operation) {
        StringJoiner path = new StringJoiner("/");
        for (String segment : operation.path().split("/", -1)) {
            path.add(
                    segment.startsWith("{")
                            ? encode(values.named(segment.substring(1, segment.length() - 1)))
                            : segment);
        }
        return path + (random.nextInt(200) == 0 ? pick(List.of("/", ";a=b", "//", "/.")) : "");
    }

    private String query(Description.Operation operation) {
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        for (JsonNode parameter : Description.PUBLISHED.parameters(operation, "query")) {
            if (random.nextInt(3) == 0) {
                String value = values.fitting(
                        Description.PUBLISHED.resolve(parameter.path("schema")),
                        parameter.path("name").asText());
                query.add(
                        parameter.path("name").asText() + "=" + encode(random.nextInt(4) == 0 ? values.odd() : value));
            }
        }
        return query.toString();
    }

    private HttpRequest.BodyPublisher body(Description.Operation operation) {
        JsonNode schema = Description.PUBLISHED.bodySchema(operation);
        if (schema.isMissingNode()) {
            return BodyPublishers.ofString(pick(List.of("", "", "{}", "[")));
        }
        String body = values.json(schema, "").toString();
        return switch (random.nextInt(12)) {
            case 0 -> BodyPublishers.ofString(body.substring(0, random.nextInt(body.length() + 1)));
            case 1 ->
                BodyPublishers.ofString(
                        pick(List.of("", "[]", "null", "7", "{}", "\"a\"", "{\"a\":", "{'a':1}", "[".repeat(5_000))));
            default -> BodyPublishers.ofString(body);
        };
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
