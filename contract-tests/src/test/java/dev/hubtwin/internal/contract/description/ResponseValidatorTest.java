package dev.hubtwin.internal.contract.description;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.internal.contract.config.Target;
import dev.hubtwin.internal.contract.http.Exchange;
import dev.hubtwin.internal.contract.http.ExchangeListener;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.http.Verdict;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That the check of answers bites. */
class ResponseValidatorTest {

    private static final String HOST = "http://twin.example:8080";
    private static final String SOUND =
            """
      {"resources": {"core": %1$s, "search": %1$s, "graphql": %1$s, "integration_manifest": %1$s}, "rate": %1$s}""".formatted("{\"limit\": 60, \"used\": 1, \"remaining\": 59, \"reset\": 1767225600}");
    private static final String MOVED = """
      {"message": "Moved Permanently", "url": "%s/repositories/1",
          "documentation_url": "https://docs.github.com/rest"}""";

    /** Its API, its picture, and a member that nobody described. */
    private static final String ORGANIZATION = """
      [{"login": "acme", "id": 1, "node_id": "MQ==", "url": "%1$s/orgs/acme", "repos_url": "%1$s/orgs/acme/repos",
        "events_url": "%1$s/orgs/acme/events", "hooks_url": "%1$s/orgs/acme/hooks", "issues_url": "%1$s/orgs/acme/issues",
        "members_url": "%1$s/orgs/acme/members{/member}", "public_members_url": "%1$s/orgs/acme/public_members{/member}",
        "avatar_url": "%2$s/acme", "description": null, "unheard_url": "%3$s/acme"}]""";

    private final Map<String, String> headers = new TreeMap<>(Map.of(
            "Content-Type",
            "application/json; charset=utf-8",
            "X-GitHub-Request-Id",
            "1",
            "X-GitHub-Media-Type",
            "github.v3",
            "X-GitHub-Api-Version-Selected",
            "2022-11-28"));

    @Test
    void letsASoundAnswerPass() {
        check(true, "/rate_limit", 200, SOUND);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"limit\": 60, | | required",
                "\"limit\": 60 | \"limit\": \"60\" | integer",
                "\"used\": 1 | \"used\": null | null",
                "\"used\": 1 | \"used\": 1, \"unheard\": 2 | unheard",
                "} | }, | ",
                "\"used\": 1 | \"used\": 2, \"used\": 1 | is not JSON"
            })
    void biteBodies(String sound, String bad, String fault) {
        String body = SOUND.replace(sound, bad == null ? "" : bad);
        Throwable found = assertThrows(Throwable.class, () -> check(true, "/rate_limit", 200, body));
        assertTrue(fault == null || found.getMessage().contains(fault), found::getMessage);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"id\": 1,                | ''                   | /0/id integer",
                "\"id\": 1                 | \"id\": \"1\"          | /0/id string found, integer expected",
                "\"id\": 1                 | \"id\": 1, \"a/b~\": 2 | /0/a~1b~0 ",
                "http://here/orgs/acme/hooks | http://else/hooks    | /0/hooks_url a URL at the root of the API"
            })
    @DisplayName("says which member of the body is at fault, and what was expected there")
    void namesTheMemberAtFault(String sound, String bad, String fault) {
        String here = "http://here";
        String body =
                ORGANIZATION.replace(", \"unheard_url\": \"%3$s/acme\"", "").formatted(here, here);
        Verdict verdict =
                verdict(URI.create(here), true, "GET", "/organizations", answer(200, body.replace(sound, bad)));
        assertEquals(
                List.of(fault),
                verdict.breaches().stream()
                        .flatMap(breach -> breach.member().stream())
                        .map(member -> (member.pointer() + " " + member.expected()).strip())
                        .toList());
    }

    @Test
    void wantsNothingBehindABody() {
        bites("the body is not JSON", "/rate_limit", 200, SOUND + " more");
        bites("there is no body", "/rate_limit", 200, "");
    }

    @Test
    void takesBodiesPlain() {
        headers.put("Content-Encoding", "gzip");
        bites("the body is encoded, which was not asked for", "/rate_limit", 200, SOUND);
    }

    @Test
    void letsAForeignServerRefuseInEitherForm() {
        String sentence =
                "{\"message\": \"Invalid request\", \"documentation_url\": \"https://docs.github.com/rest\", \"status\": \"422\"}";
        check(false, "PATCH", "/orgs/acme", 422, sentence);
        check(true, "PATCH", "/orgs/acme", 422, sentence);
    }

    @Test
    void letsForeignServersKnowMore() {
        String body = "[]";
        check(false, "/organizations", 200, body);
        check(false, "/rate_limit", 200, SOUND.replace("\"used\": 1", "\"used\": 1, \"unheard\": 2"));
        check(false, "/orgs/acme", 403, "{}");
    }

    @Test
    void asksForeignServersForNothingThatIsOnlyCustomary() {
        String sound =
                "{\"message\": \"Validation Failed\", \"errors\": [], \"documentation_url\": \"https://docs.github.com/rest\", \"status\": \"422\"}";
        check(true, "POST", "/app-manifests/code/conversions", 422, sound);
        String plain = sound.replace("\"errors\": [], ", "");
        check(false, "POST", "/app-manifests/code/conversions", 422, plain);
        assertThrows(AssertionError.class, () -> check(true, "POST", "/app-manifests/code/conversions", 422, plain));
    }

    @Test
    void holdsForeignServersToTheirRoot() {
        headers.put("Location", HOST + "/repositories/1");
        check(false, "/repos/acme/old/installation", 301, MOVED.formatted(HOST));
        bitesForeign(
                "leaves the root of the API: url",
                "/repos/acme/old/installation",
                301,
                MOVED.formatted("http://other.example"));
        headers.put("Location", "http://other.example/repositories/1");
        bitesForeign("Location leaves the root of the API", "/repos/acme/old/installation", 301, MOVED.formatted(HOST));
        headers.remove("Location");
        check(
                false,
                "/organizations",
                200,
                ORGANIZATION.formatted(HOST, "http://pictures.example", "http://other.example"));
        bitesForeign(
                "leaves the root of the API: hooks_url",
                "/organizations",
                200,
                ORGANIZATION.formatted("http://other.example", "http://pictures.example", "http://other.example"));
        headers.put("Link", "<http://other.example/organizations?since=1>; rel=\"next\"");
        bitesForeign("next leaves the root of the API", "/organizations", 200, "[]");
    }

    @ParameterizedTest
    @CsvSource({
        "X-GitHub-Request-Id, there is no header",
        "Content-Type, the content type is missing",
        "X-GitHub-Api-Version-Selected, no header"
    })
    void biteHeaders(String missing, String fault) {
        headers.remove(missing);
        bites(fault, "/rate_limit", 200, SOUND);
    }

    @Test
    void bitesOtherFaults() {
        bites("the status 418 is not one of those that it lists", "/rate_limit", 418, "{}");
        bites("no such operation", "/unheard", 200, "{}");
        bites("no body was expected", "/rate_limit", 304, "{}");
        bites("no content type was expected", "/rate_limit", 304, "");
        bites(
                "the other dialect",
                "/orgs/acme",
                404,
                "{\"message\": \"Not Found\", \"documentation_url\": \"https://docs.github.com/rest\"}");
        headers.put("Location", HOST + "/repositories/1");
        check(true, "/repos/acme/old", 301, MOVED.formatted(HOST));
        bites("leaves the root of the API: url", "/repos/acme/old", 301, MOVED.formatted("http://other.example"));
        bites("leaves the root of the API: url", "/repos/acme/old", 301, MOVED.formatted(HOST + "/api/v3"));
        headers.put("Location", "http://other.example/repositories/1");
        bites("Location leaves the root of the API", "/repos/acme/old", 301, MOVED.formatted(HOST));
        headers.put("Link", "<http://other.example/organizations?since=1>; rel=\"next\"");
        bites("next leaves the root of the API", "/organizations", 200, "[]");
    }

    private void bites(String fault, String path, int status, String body) {
        bites(true, fault, path, status, body);
    }

    private void bitesForeign(String fault, String path, int status, String body) {
        bites(false, fault, path, status, body);
    }

    private void bites(boolean twin, String fault, String path, int status, String body) {
        AssertionError found = assertThrows(AssertionError.class, () -> check(twin, path, status, body));
        assertTrue(found.getMessage().contains(fault), found::getMessage);
    }

    private void check(boolean twin, String path, int status, String body) {
        check(twin, "GET", path, status, body);
    }

    private void check(boolean twin, String method, String path, int status, String body) {
        HttpAnswer answer = answer(status, body);
        Verdict verdict = verdict(URI.create(HOST), twin, method, path, answer);
        new Exchange(method, URI.create(HOST + path), answer.headers(), new byte[0], answer, verdict).approve();
    }

    private HttpAnswer answer(int status, String body) {
        Map<String, List<String>> all = headers.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue())));
        return new HttpAnswer(status, HttpHeaders.of(all, (name, value) -> true), body.getBytes(UTF_8));
    }

    private static Verdict verdict(URI root, boolean twin, String method, String path, HttpAnswer answer) {
        Target target = new Target(root, twin, Optional.empty(), Map.of(), ExchangeListener.NONE);
        return new ResponseValidator(target).judge(method, URI.create(root + path), answer);
    }
}
