package dev.hubtwin.internal.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The log of requests")
class RequestsTest extends SmallTwinTestBase {

    @Test
    void tellsWhatArrivedAndWhatWasAnswered() throws Exception {
        HttpResponse<String> answer =
                talk.send(SmallTwin.OLIVIA, "PATCH", "/api/v3/orgs/acme?a=b", "{\"company\":\"Roadrunner\"}");
        JsonNode entry = last();
        assertEquals(1, entry.path("number").asInt());
        assertEquals("2026-01-01T12:00:00Z", entry.path("at").asText());
        assertEquals("2026-01-01T12:00:00Z", entry.path("system_at").asText());
        assertEquals(
                "default enterprise PATCH /orgs/acme a=b orgs/update",
                words(entry, "world", "dialect", "method", "path", "query", "operation"));
        assertEquals(talk.url(), "http://" + entry.path("host").asText());
        assertEquals(
                "{\"kind\":\"classic\",\"login\":\"olivia\",\"token\":\"ghp_…ivia\"}",
                entry.path("caller").toString());
        assertEquals(
                "token ghp_…ivia", entry.at("/request_headers/Authorization").asText());
        assertEquals("{\"company\":\"Roadrunner\"}", entry.path("request_body").asText());
        assertEquals(200, entry.path("status").asInt());
        assertEquals(answer.body(), entry.path("response_body").asText());
        assertEquals("4999", entry.at("/response_headers/X-RateLimit-Remaining").asText());
        assertTrue(entry.path("duration_ms").asDouble() > 0);
        assertFalse(entry.has("refusal") || entry.has("nearest") || entry.has("fault_id"), entry.toString());
    }

    @ParameterizedTest(name = "{0} {1} by {2}: {4} at {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "GET | /org/acme | olivia | routing | Not Found | ''",
                "GET | /w/nowhere/orgs/acme | olivia | routing | There is no world \"nowhere\". | ''",
                "GET | /orgs/acme | unknown | credential | Bad credentials | ''",
                "PATCH | /orgs/acme | mike | access | Not Found | {}",
                "GET | /orgs/nobody | olivia | access | Not Found | ''",
                "GET | /user/memberships/orgs?state=odd | olivia | query | Invalid request. | ''",
                "PATCH | /orgs/acme | olivia | body | Problems parsing JSON | {",
                "PATCH | /orgs/acme | olivia | body | Invalid request. | {\"company\": 1}",
                "PUT | /orgs/acme/memberships/nobody | olivia | access | Not Found | {",
                "DELETE | /orgs/acme/members/zoe | olivia | rule | Not Found | ''",
            })
    void tellsWhyARequestWasRefused(String method, String path, String who, String step, String message, String body)
            throws Exception {
        String token = who.equals("olivia") ? SmallTwin.OLIVIA : who.equals("mike") ? SmallTwin.MIKE : "ghp_unknown";
        HttpResponse<String> answer = talk.send(token, method, path, body);
        JsonNode refusal = last().path("refusal");
        assertEquals(step, refusal.path("step").asText(), answer.body());
        assertTrue(refusal.path("message").asText().startsWith(message), refusal.toString());
        assertEquals(answer.statusCode(), last().path("status").asInt());
    }

    @Test
    void tellsOfALimitThatIsExhausted() throws Exception {
        talk.control(200, "PUT", "settings", "{\"rate_limit\": 1}");
        talk.get(null, "/orgs/acme");
        talk.get(null, "/orgs/acme");
        assertEquals("limit", last().at("/refusal/step").asText());
        assertEquals("anonymous", last().at("/caller/kind").asText());
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "GET, /org/acme, orgs/get",
        "GET, /orgs/acme/, orgs/get",
        "GET, /orgs/acme/member, orgs/list-members",
        "PUT, /orgs/acme/members/mike, orgs/check-membership-for-user",
        "POST, /orgs/acme/hook, orgs/create-webhook",
        "GET, /user/membership/orgs/acme, orgs/get-membership-for-authenticated-user",
        "GET, /, meta/root",
    })
    void namesTheOperationThatIsNearestToAPathThatLeadsNowhere(String method, String path, String operation)
            throws Exception {
        int status = talk.send(SmallTwin.OLIVIA, method, path, null).statusCode();
        JsonNode entry = last();
        assertEquals(
                operation,
                status == 404
                        ? entry.at("/nearest/operation").asText()
                        : entry.path("operation").asText());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "operation=orgs/get, 4 1",
        "method=put, 2",
        "path=/orgs/acme, 4 1",
        "path=/ORGS/acme*, 4 2 1",
        "path=/orgs/*&status=404, ''",
        "status=404, 5",
        "caller=Mike, 4",
        "caller=anonymous, 5",
        "caller=twin-app, 3",
        "matched=true, 4 3 2 1",
        "matched=false, 5",
        "since=3, 5 4",
        "since=9, ''",
        "per_page=2, 5 4",
        "per_page=2&page=3, 1",
        "page=2, ''",
        "caller=olivia&method=GET&since=0, 1",
        "unheard=of, 5 4 3 2 1",
    })
    void isFilteredAndPagedTheNewestFirst(String query, String numbers) throws Exception {
        talk.get(SmallTwin.OLIVIA, "/orgs/acme");
        talk.send(SmallTwin.OLIVIA, "PUT", "/orgs/acme/memberships/zoe", "{}");
        talk.get(SmallTwin.INSTALLATION, "/organizations");
        talk.get(SmallTwin.MIKE, "/orgs/acme");
        talk.get(null, "/nonsense");
        JsonNode log = talk.control(200, "GET", "requests?" + query, null);
        assertEquals(
                numbers,
                StreamSupport.stream(log.spliterator(), false)
                        .map(entry -> entry.path("number").asText())
                        .collect(Collectors.joining(" ")));
    }

    @Test
    void linksItsPages() throws Exception {
        for (int i = 0; i < 5; i++) {
            talk.get(null, "/orgs/acme");
        }
        String url = talk.url() + "/_twin/requests?method=GET&per_page=2&page=";
        String expected =
                "<U1>; rel=\"prev\", <U3>; rel=\"next\", <U3>; rel=\"last\", <U1>; rel=\"first\"".replace("U", url);
        HttpResponse<String> page = talk.get(null, "/_twin/requests?method=GET&per_page=2&page=2");
        assertEquals(expected, page.headers().firstValue("Link").orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"status=odd", "status=7", "matched=perhaps", "since=-1", "page=0", "per_page=many"})
    void refusesAQueryThatCannotBe(String query) throws Exception {
        assertTrue(talk.control(422, "GET", "requests?" + query, null)
                .path("message")
                .asText()
                .startsWith("Invalid request."));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "PUT /w/default/orgs/acme HTTP/1.1~Host: x~Content-Length: 99999999 | 413 PUT /orgs/acme Payload Too Large",
                "GET /api/v3/orgs/acme HTTP/1.1~Host: x~X-Long: %s | 431 GET /orgs/acme Request Header Fields Too Large",
                "GET /%%zz HTTP/1.1~Host: x | 404 GET /^zz Not Found",
            })
    void tellsOfWhatWasRefusedBeforeAnybodyLookedAtIt(String request, String expected) throws Exception {
        talk.raw(request.formatted("x".repeat(40_000)).replace('~', '\n') + "\nConnection: close\n\n");
        JsonNode entry = last();
        String actual = words(entry, "status", "method", "path") + " "
                + entry.at("/refusal/message").asText();
        assertEquals(expected, actual);
        assertEquals("transport", entry.at("/refusal/step").asText());
        assertTrue(entry.path("response_body").asText().startsWith("{\"message\":"), entry.toString());
    }

    @Test
    void keepsTheLastThousand() throws Exception {
        talk.control(200, "PUT", "settings", "{\"rate_limit\": \"off\"}");
        for (int i = 0; i < 1_003; i++) {
            talk.get(null, "/nothing");
        }
        JsonNode log = talk.control(200, "GET", "requests?per_page=5000", null);
        assertEquals(1_000, log.size());
        assertEquals(1_003, log.at("/0/number").asInt());
        assertEquals(4, log.at("/999/number").asInt());
        assertEquals(
                "[]",
                talk.control(200, "GET", "requests?per_page=1000&page=2", null).toString());
    }

    @Test
    void isForgottenWhenAskedToAndGoesOnCounting() throws Exception {
        talk.get(null, "/orgs/acme");
        talk.control(204, "DELETE", "requests", null);
        assertEquals("[]", talk.control(200, "GET", "requests", null).toString());
        talk.get(null, "/orgs/acme");
        assertEquals(2, last().path("number").asInt());
    }

    @Test
    void isOfOneWorldAndOfNoForkAndGoesWithAReset() throws Exception {
        talk.get(null, "/orgs/acme");
        talk.control(201, "PUT", "worlds/other", null);
        assertEquals(
                "[]", talk.control(200, "GET", "/w/other/_twin/requests", null).toString());
        talk.get(null, "/w/other/orgs/tinker");
        assertEquals(
                "/orgs/tinker other",
                words(talk.control(200, "GET", "/w/other/_twin/requests", null).path(0), "path", "world"));
        assertEquals("/orgs/acme default", words(last(), "path", "world"));
        talk.control(204, "POST", "reset", null);
        assertEquals("[]", talk.control(200, "GET", "requests", null).toString());
        talk.control(204, "DELETE", "worlds/other", null);
    }

    @Test
    void hasNothingOfControlNorOfTheDescription() throws Exception {
        talk.control(200, "GET", "health", null);
        talk.control(404, "GET", "nonsense", null);
        talk.get(null, "/openapi.json");
        talk.get(null, "/docs");
        assertEquals("[]", talk.control(200, "GET", "requests", null).toString());
    }

    @Test
    void namesTheFaultThatStruck() throws Exception {
        talk.fault("{'operations': ['orgs/get'], 'status': 404}");
        talk.get(null, "/orgs/acme");
        assertEquals("1 404 ", words(last(), "fault_id", "status") + " ");
        assertEquals(
                "{\"step\":\"fault\",\"message\":\"Fault 1 struck.\"}",
                last().path("refusal").toString());
        talk.control(204, "DELETE", "faults", null);
        talk.fault("{'broken': 'cut', 'before': true}");
        talk.raw("GET /orgs/acme HTTP/1.1\nHost: x\nUser-Agent: test\n\n");
        assertEquals(2, last().path("fault_id").asInt());
        assertTrue(last().path("status").isNull());
    }

    @Test
    void keepsTheBeginningOfALongBody() throws Exception {
        String text = "x".repeat(10_000);
        String body = "{'company':'Y','secret':'%s','a':'X','b':'X'}"
                .replace('\'', '"')
                .replace("X", text);
        talk.send(SmallTwin.OLIVIA, "PATCH", "/orgs/acme", body.formatted("hush"));
        String kept = last().path("request_body").asText();
        assertEquals(body.formatted("…").replace(":\"" + text + "\"}", "…"), kept);
        talk.send(SmallTwin.OLIVIA, "PATCH", "/orgs/acme", "secret=hush&x");
        assertEquals("…", last().path("request_body").asText());
    }

    @Test
    void neverShowsASecret() throws Exception {
        String[] secrets = {
            "ghp_NeverNeverNeverNever",
            "github_pat_NeverNever1234567",
            "Never-secret",
            "Never-pass",
            "TmV2ZXI6TmV2ZXI=",
            "Never-code"
        };
        String body = """
        {"config": {"secret": "Never-secret", "url": "http://olivia:Never-pass@example.com/?token=Never-secret"},
         "client_secret": ["Never-secret"], "webhook_secret": {"a": "Never-secret"},
         "private_key": "Never-secret", "password": "Never-pass",
         "access_token": "Never-secret", "pem": "Never-secret",
         "note": "use ghp_NeverNeverNeverNever or github_pat_NeverNever1234567"}
        """;
        String query =
                "?access_token=Never-secret&client%5Fsecret=Never-secret&code=Never-code&q=ghp%5FNeverNeverNeverNever";
        talk.send("ghp_NeverNeverNeverNever", "PATCH", "/orgs/acme" + query, body);
        talk.send(SmallTwin.OLIVIA, "PATCH", "/orgs/acme", body);
        talk.send(SmallTwin.OLIVIA, "GET", "/users/ghp_NeverNeverNeverNever", null);
        talk.send(SmallTwin.OLIVIA, "POST", "/app-manifests/Never-code/conversions", null);
        talk.raw(
                "GET /orgs/acme HTTP/1.1\nHost: x\nUser-Agent: test\nConnection: close\nAuthorization: Basic TmV2ZXI6TmV2ZXI=\n"
                        + "Cookie: a=Never-secret\nX-Hub-Signature-256: Never-secret\nReferer: http://x/?client_secret=Never-secret\n"
                        + "Authorization: Never-secret\n\n");
        String log = talk.control(200, "GET", "requests", null).toString();
        for (String secret : secrets) {
            assertFalse(log.contains(secret), secret + " in " + log);
        }
        for (String token :
                new String[] {SmallTwin.OLIVIA, SmallTwin.MIKE, SmallTwin.INSTALLATION, SmallTwin.USER_TO_SERVER}) {
            assertFalse(log.contains(token));
        }
        assertTrue(log.contains("ghp_…ever"), log);
    }

    private static JsonNode last() throws Exception {
        return talk.control(200, "GET", "requests?per_page=1", null).path(0);
    }

    private static String words(JsonNode entry, String... members) {
        return Arrays.stream(members).map(member -> entry.path(member).asText()).collect(Collectors.joining(" "));
    }
}
