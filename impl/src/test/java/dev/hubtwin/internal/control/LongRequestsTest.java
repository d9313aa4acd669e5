package dev.hubtwin.internal.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What takes milliseconds here took half a minute with expressions that backtrack. */
@DisplayName("What is long")
class LongRequestsTest extends SmallTwinTestBase {

    private static void soon(Executable step) {
        assertTimeoutPreemptively(Duration.ofSeconds(10), step);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?", "?_", "&a_", "eyJ", "eyJa.", "http://", "=", "ghp_", "-----BEGIN"})
    @DisplayName("in a query, a header or a member of a state is shown without its secrets at once")
    void isMaskedAtOnce(String part) throws Exception {
        String query = part.repeat(30_000 / part.length());
        talk.raw("GET /orgs/acme?" + query + "&token=Never-secret HTTP/1.1\nHost: x\nUser-Agent: test\n"
                + "Connection: close\n\n");
        talk.raw("GET /orgs/acme HTTP/1.1\nHost: x\nUser-Agent: test\nConnection: close\nX-Odd: " + query
                + "?token=Never-secret\n\n");
        String company = part.repeat(64_000 / part.length());
        assertEquals(
                200,
                talk.send(SmallTwin.OLIVIA, "PATCH", "/orgs/acme", "{\"company\":\"" + company + "\"}")
                        .statusCode());
        soon(() -> {
            String log = talk.control(200, "GET", "requests", null).toString();
            assertTrue(log.contains("X-Odd") && !log.contains("Never-secret"));
        });
        soon(() -> talk.control(200, "GET", "state?secrets=masked", null));
    }

    @Test
    @DisplayName("in Accept, or in a state that is asked for as YAML, does not end in an error")
    void isNoError() throws Exception {
        String text = "a ".repeat(32_000);
        assertEquals(
                200,
                talk.send(SmallTwin.OLIVIA, "PATCH", "/orgs/acme", "{\"company\":\"" + text + "b\"}")
                        .statusCode());
        for (String accept : new String[] {"a".repeat(30_000) + ", application/yaml", " ".repeat(30_000) + "x"}) {
            soon(() -> {
                String answer = talk.raw("GET /_twin/state HTTP/1.1\nHost: localhost\nUser-Agent: test\nAccept: x"
                        + accept + "\nConnection: close\n\n");
                assertTrue(answer.startsWith("HTTP/1.1 200"), answer.substring(0, 80));
                assertEquals(accept.endsWith("yaml"), answer.contains("Content-Type: application/yaml"));
            });
        }
    }

    @Test
    @DisplayName("under any name of a secret is hidden")
    void isHiddenByName() throws Exception {
        for (String name : new String[] {
            "accessToken", "clientSecret", "refreshToken", "apiKey", "api_key", "passwd", "credentials", "jwt"
        }) {
            talk.send(SmallTwin.OLIVIA, "PATCH", "/orgs/acme?" + name + "=Never", "{\"" + name + "\":\"Never\"}");
        }
        talk.send(SmallTwin.OLIVIA, "GET", "/orgs/acme?ghp_Never.token=x&ghp_NeverNever", null);
        talk.raw("GET /orgs/acme HTTP/1.1\nHost: x\nUser-Agent: test\nConnection: close\nghp_Never: x\n\n");
        talk.send(SmallTwin.OLIVIA, "GET", "/orgs/acme?token[]=Never&token%5B%5D=Never", null);
        talk.raw("GET /orgs/acme HTTP/1.1\nHost: x\nUser-Agent: test\nConnection: close\nX-Api-Key: Never\n\n");
        String log = talk.control(200, "GET", "requests", null).toString();
        assertFalse(log.contains("Never"), log);
        talk.send(SmallTwin.OLIVIA, "PATCH", "/orgs/acme?token_type=Shown", "{\"token_type\":\"Shown\"}");
        assertEquals(
                3,
                talk.control(200, "GET", "requests?per_page=1", null).toString().split("Shown", -1).length);
    }
}
