package dev.hubtwin.internal.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A fault of the rate limit")
class RateLimitFaultsTest extends SmallTwinTestBase {

    @ParameterizedTest
    @ValueSource(ints = {403, 429})
    @DisplayName("exhausts its caller's window, in GitHub's words and with the five headers, until the window ends")
    void exhaustsTheWindow(int status) throws Exception {
        talk.fault("{'caller': 'olivia', 'rate_limit': 'exhausted', 'times': 1, 'status': " + status + "}");
        HttpResponse<String> struck = talk.get(SmallTwin.OLIVIA, "/orgs/acme");
        assertEquals(status, struck.statusCode());
        JsonNode body = SmallTwin.json(struck);
        assertTrue(
                body.path("message").asText().matches("API rate limit exceeded for user ID [0-9]+\\."),
                body.toString());
        assertEquals(status, body.path("status").asInt());
        assertEquals(
                "https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api",
                body.path("documentation_url").asText());
        assertHeaders(struck, "5000", "0", "5000");

        assertEquals(403, talk.get(SmallTwin.OLIVIA, "/user").statusCode(), "the fault is over, the window is not");
        assertEquals(
                0,
                SmallTwin.json(talk.get(SmallTwin.OLIVIA, "/rate_limit"))
                        .at("/rate/remaining")
                        .asInt());
        assertEquals(
                403, talk.get(SmallTwin.USER_TO_SERVER, "/orgs/acme").statusCode(), "a user's tokens share a window");
        assertEquals(200, talk.get(SmallTwin.MIKE, "/orgs/acme").statusCode());
        talk.control(200, "PUT", "clock", "{\"advance\": \"PT1H\"}");
        assertHeaders(talk.get(SmallTwin.OLIVIA, "/user"), "5000", "4999", "1");
    }

    @Test
    @DisplayName("is a secondary one, which spends nothing, with Retry-After")
    void secondary() throws Exception {
        talk.fault("{'rate_limit': 'secondary', 'times': 1}");
        HttpResponse<String> struck = talk.get(SmallTwin.OLIVIA, "/api/v3/orgs/acme");
        assertEquals(403, struck.statusCode());
        assertEquals("60", struck.headers().firstValue("Retry-After").orElseThrow());
        JsonNode body = SmallTwin.json(struck);
        assertEquals(
                "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.",
                body.path("message").asText());
        assertTrue(body.path("status").isMissingNode(), "an enterprise server does not repeat it");
        assertHeaders(struck, "5000", "4999", "1");
        assertEquals(200, talk.get(SmallTwin.OLIVIA, "/orgs/acme").statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/api/v3"})
    @DisplayName("that is a 429 and does not say which limit it is, is a secondary one as a whole")
    void unsaid(String root) throws Exception {
        talk.fault("{'status': 429}");
        HttpResponse<String> struck = talk.get(SmallTwin.OLIVIA, root + "/orgs/acme");
        assertEquals(429, struck.statusCode());
        assertEquals("60", struck.headers().firstValue("Retry-After").orElseThrow());
        assertTrue(
                SmallTwin.json(struck).path("documentation_url").asText().endsWith("#about-secondary-rate-limits"),
                struck.body());
    }

    @Test
    @DisplayName("tells an anonymous caller its own address")
    void anonymous() throws Exception {
        talk.fault("{'rate_limit': 'exhausted', 'status': 429}");
        assertEquals(
                "API rate limit exceeded for 127.0.0.1. (But here's the good news: Authenticated requests get a higher"
                        + " rate limit. Check out the documentation for more details.)",
                SmallTwin.json(talk.get(null, "/orgs/acme")).path("message").asText());
    }

    @Test
    @DisplayName("says how long to wait if it is told")
    void secondaryWithSeconds() throws Exception {
        talk.fault("{'rate_limit': 'secondary', 'status': 429, 'retry_after': 1}");
        HttpResponse<String> struck = talk.get(null, "/orgs/acme");
        assertEquals(429, struck.statusCode());
        assertEquals("1", struck.headers().firstValue("Retry-After").orElseThrow());
    }

    private static void assertHeaders(HttpResponse<String> answer, String limit, String remaining, String used) {
        assertEquals(limit, header(answer, "Limit"));
        assertEquals(remaining, header(answer, "Remaining"));
        assertEquals(used, header(answer, "Used"));
        assertEquals("core", header(answer, "Resource"));
        assertTrue(header(answer, "Reset").matches("[0-9]+"));
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue("X-RateLimit-" + name).orElseThrow();
    }
}
