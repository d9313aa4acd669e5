package dev.hubtwin.internal.contract.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.internal.contract.config.FixtureIdentity;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.http.TestClient;
import dev.hubtwin.internal.contract.http.Transport;
import dev.hubtwin.internal.contract.scenario.Fixture;
import dev.hubtwin.internal.contract.scenario.FixtureScenarios;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers under gzip, for who asks for it. */
@FixtureScenarios
public abstract class CompressionScenarios {

    private static final String LONG = "/organizations?per_page=100";

    private final Fixture fixture;

    protected CompressionScenarios(Fixture fixture) {
        this.fixture = fixture;
    }

    /**
     * Compressed answers are nothing that the description knows; they are compared with those that it was held against.
     */
    private TestClient zipped(String encodings) {
        return fixture.target().client(FixtureIdentity.OWNER, Transport.PLAIN).with("Accept-Encoding", encodings);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gzip",
                "GZIP",
                "x-gzip",
                "*",
                "gzip;q=0.5",
                "gzip, deflate, br",
                "identity;q=0.5, gzip;q=1.0",
                "identity;q=0, *",
                "br;q=1.0, gzip;q=0.8, *;q=0.1",
                " gzip ; q=1 ",
                "gzip;q=0.5,"
            })
    @DisplayName("GET /organizations gives who accepts gzip the same bytes under it, with the same weak tag "
            + "(conventions, 5; decisions)")
    void compresses(String encodings) throws IOException {
        HttpAnswer plain = fixture.as(FixtureIdentity.OWNER).get(LONG);
        for (int i = 0; i < 2; i++) {
            HttpAnswer answer = zipped(encodings).get(LONG).is(200);
            assertEquals("gzip", answer.header("Content-Encoding"));
            assertEquals("application/json; charset=utf-8", answer.header("Content-Type"));
            assertEquals(plain.header("ETag"), answer.header("ETag"));
            assertTrue(answer.header("ETag").startsWith("W/"));
            assertEquals(String.valueOf(answer.body().length), answer.header("Content-Length"));
            assertTrue(answer.body().length < plain.body().length / 3);
            assertArrayEquals(
                    plain.body(), new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "identity",
                "gzip;q=0",
                "*;q=0",
                "gzip;q=0, *",
                "deflate, br",
                "gzip;q=0.2, identity;q=0.9",
                "gzip;q=2",
                "gzip;q=nonsense",
                "gzipped",
                ";",
                ",,,",
                "identity;q=0"
            })
    @DisplayName("GET /organizations is not compressed for a client that does not accept gzip; no client is "
            + "refused for what it accepts (decisions)")
    void leavesPlain(String encodings) {
        HttpAnswer answer = zipped(encodings).get(LONG).is(200);
        assertNull(answer.header("Content-Encoding"));
        assertEquals(fixture.as(FixtureIdentity.OWNER).get(LONG).text(), answer.text());
        assertTrue(answer.header("Vary").contains("Accept-Encoding"));
    }

    @Test
    @DisplayName("GET /organizations is compressed, to HEAD too; what is short, a 304 or a refusal of GET /orgs/{org} "
            + "is not (decisions)")
    void compressesWhatPays() {
        TestClient caller = zipped("gzip");
        assertNull(
                caller.get("/user/memberships/orgs?per_page=1&page=99").is(200).header("Content-Encoding"));
        assertNull(caller.get("/orgs/nobody").is(404).header("Content-Encoding"));
        HttpAnswer get = caller.get(LONG);
        HttpAnswer head = caller.head(LONG).is(200);
        assertEquals("gzip", head.header("Content-Encoding"));
        assertEquals(get.header("Content-Length"), head.header("Content-Length"));
        HttpAnswer known =
                caller.with("If-None-Match", get.header("ETag")).get(LONG).is(304);
        assertNull(known.header("Content-Encoding"));
        assertEquals("", new String(known.body(), UTF_8));
    }
}
