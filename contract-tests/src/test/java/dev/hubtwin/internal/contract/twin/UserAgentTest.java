package dev.hubtwin.internal.contract.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.internal.contract.support.TwinExtension;
import dev.hubtwin.internal.contract.support.TwinTarget;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests without {@code User-Agent}, which no client library sends; and what browsers ask of the control API. */
@ExtendWith(TwinExtension.class)
class UserAgentTest {

    private static final String PREFLIGHT =
            "Origin: https://elsewhere.example\r\nAccess-Control-Request-Method: PUT\r\n";

    private static String send(TwinTarget target, String method, String path, String headers) throws IOException {
        String host = URI.create(target.twin().url()).getAuthority();
        return new RawHttp(URI.create(target.twin().url()))
                .send(method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n" + headers
                        + "\r\n");
    }

    private static int status(String answer) {
        return Integer.parseInt(answer.split(" ")[1]);
    }

    @ParameterizedTest
    @CsvSource({
        "/orgs/acme, 403",
        "/, 403",
        "/api/v3/orgs/acme, 200",
        "/nowhere, 404",
        "/_twin/health, 200",
        "/openapi.json, 200",
        "/docs, 200",
        "/api/v3/%zz, 404",
        "/%zz, 404"
    })
    void onlyTheApiOfGithubComWantsAName(String path, int status, TwinTarget target) throws IOException {
        assertEquals(status, status(send(target, "GET", path, "")));
    }

    @Test
    void aHeadIsRefusedToo(TwinTarget target) throws IOException {
        assertTrue(send(target, "HEAD", "/orgs/acme", "").startsWith("HTTP/1.1 403 "));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v3/%zz, enterprise-server@2.22/rest",
        "/api/v3/orgs/%00, enterprise-server@2.22/rest",
        "/api/v3/a/..%, enterprise-server@2.22/rest",
        "/%zz, docs.github.com/rest",
        "/api/v3x/%zz, docs.github.com/rest"
    })
    void whatCannotBeDecodedIsRefusedInTheDialectOfItsRoot(String path, String documentation, TwinTarget target)
            throws IOException {
        String answer = send(target, "GET", path, "User-Agent: a\r\n");
        assertEquals(404, status(answer));
        assertTrue(answer.contains(documentation), answer);
        assertEquals(
                documentation.startsWith("enterprise"), answer.contains("X-GitHub-Enterprise-Version: 2.22.0"), answer);
    }

    @ParameterizedTest
    @CsvSource({"/_twin/state", "/_twin/reset", "/_twin/health", "/settings/apps/new"})
    void aPageOfAnotherSiteIsNotLetIntoWhatIsTheTwinsOwn(String path, TwinTarget target) throws IOException {
        for (String headers : new String[] {PREFLIGHT, "", "User-Agent: browser\r\n" + PREFLIGHT}) {
            String answer = send(target, "OPTIONS", path, headers);
            assertEquals(404, status(answer));
            assertFalse(answer.toLowerCase(Locale.ROOT).contains("access-control-"), answer);
        }
    }

    @Test
    void aSimpleRequestOfSuchAPageIsRefusedAndNotShown(TwinTarget target) throws IOException {
        String answer = send(target, "POST", "/_twin/reset", "Content-Length: 0\r\n" + PREFLIGHT);
        assertEquals(403, status(answer));
        assertFalse(answer.toLowerCase(Locale.ROOT).contains("access-control-"), answer);
    }
}
