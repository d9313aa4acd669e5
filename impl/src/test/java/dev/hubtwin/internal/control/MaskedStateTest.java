package dev.hubtwin.internal.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.assembly.TwinServer;
import dev.hubtwin.internal.control.RootCalls.Answer;
import dev.hubtwin.internal.seed.SeedCodec;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The state to be looked at")
class MaskedStateTest {

    private static final List<String> SECRETS = List.of(
            "ghp_longlonglonglonglonglonglong",
            "ghs_short",
            "hook-secret",
            "user:pass",
            "app-secret-that-is-long-enough",
            "client-secret",
            "oauth-secret",
            "manifest-code",
            "ghp_noted",
            "deep-secret");
    private static final String SEED = """
      users: [{login: olivia, bio: my token is ghp_noted}]
      organizations:
        - login: acme
          members: [{login: olivia, role: admin}]
          hooks: [{config: {url: 'http://user:pass@127.0.0.1:9/hook', secret: hook-secret}}]
      oauth_apps: [{client_id: 0a1b2c3d4e5f60718293, client_secret: oauth-secret, name: Dashboards, url: 'https://example.com'}]
      apps:
        - {slug: able, owner: acme, client_secret: client-secret, webhook: {url: 'http://127.0.0.1:9/app', secret: app-secret-that-is-long-enough},
           installations: [{id: 70, account: acme}]}
      manifest_codes: [{code: manifest-code, owner: olivia, manifest: {name: Fresh, url: 'https://example.com', webhook_secret: {a: [deep-secret]}}}]
      tokens:
        - {token: ghp_longlonglonglonglonglonglong, user: olivia, scopes: ['admin:org']}
        - {token: ghs_short, kind: installation, installation: 70}
      """;
    private static TwinServer twin;

    @BeforeAll
    static void start() {
        twin = TwinServer.start(SeedCodec.read(SEED, "application/yaml", Instant.parse("2026-01-01T12:00:00Z")));
    }

    @AfterAll
    static void stop() {
        twin.close();
        assertEquals(List.of(), twin.contractViolations());
    }

    @BeforeEach
    void reset() throws Exception {
        assertEquals(204, calls().send("POST", "/_twin/reset", "").status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/yaml"})
    @DisplayName("has none of the secrets, and everything else")
    void hasNoSecret(String type) throws Exception {
        Answer masked = calls().get("/_twin/state?secrets=masked", "Accept", type);
        assertEquals(200, masked.status(), masked.body());
        assertEquals(type + "; charset=utf-8", masked.header("Content-Type"));
        SECRETS.forEach(secret -> assertFalse(masked.body().contains(secret), secret + " in " + masked.body()));
        assertTrue(masked.body().contains("ghp_…long"), masked.body());
        assertTrue(masked.body().contains("http://…@127.0.0.1:9/hook"), masked.body());
        assertTrue(
                twin.store().now().apps().slugged("able").orElseThrow().keys().isEmpty(), "looking makes no key");
    }

    @Test
    @DisplayName("differs from the export in nothing but secrets")
    void isTheExportOtherwise() throws Exception {
        JsonNode clear = calls().get("/_twin/state").json();
        JsonNode masked = calls().get("/_twin/state?secrets=masked").json();
        assertEquals(SECRETS.size() + 1, differences(clear, masked), "the app has got a key as well");
    }

    private static int differences(JsonNode one, JsonNode other) {
        assertEquals(one.getNodeType(), other.getNodeType());
        assertEquals(one.size(), other.size(), one + " and " + other);
        int sum = 0;
        if (one.isObject()) {
            for (var member : one.properties()) {
                sum += differences(member.getValue(), other.get(member.getKey()));
            }
        } else {
            for (int i = 0; i < one.size(); i++) {
                sum += differences(one.get(i), other.get(i));
            }
        }
        return one.isContainerNode() || one.equals(other) ? sum : 1;
    }

    @Test
    @DisplayName("shows no part of a private key")
    void showsNoKey() throws Exception {
        assertTrue(calls().get("/_twin/state").body().contains("PRIVATE KEY"));
        assertEquals(
                "…",
                calls().get("/_twin/state?secrets=masked")
                        .json()
                        .at("/apps/0/private_key")
                        .asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/_twin/state?secrets=masked", "/_twin/state"})
    @DisplayName("is not sent again while the world is the same, and is when it has changed, even back")
    void isSentOnce(String path) throws Exception {
        Answer first = calls().get(path);
        String tag = first.header("ETag");
        Answer again = calls().get(path, "If-None-Match", tag);
        assertEquals("304  " + tag, again.status() + " " + again.body() + " " + again.header("ETag"));
        assertEquals(
                200,
                calls().get(path, "If-None-Match", tag, "Accept", "application/yaml")
                        .status(),
                "another form of it");
        assertEquals(
                204,
                calls().send("PATCH", "/_twin/state", "users: [{login: olivia, name: O}]")
                        .status());
        Answer changed = calls().get(path, "If-None-Match", tag);
        assertEquals(200, changed.status());
        assertNotEquals(tag, changed.header("ETag"));
        assertEquals(
                204,
                calls().send("PATCH", "/_twin/state", "users: [{login: olivia, name: null}]")
                        .status());
        assertEquals(200, calls().get(path, "If-None-Match", tag).status());
        String last = calls().get(path).header("ETag");
        assertEquals(204, calls().send("POST", "/_twin/reset", "").status());
        assertEquals(200, calls().get(path, "If-None-Match", last).status());
    }

    @Test
    @DisplayName("has another tag than the export, and than another world's")
    void isNamedApart() throws Exception {
        String masked = calls().get("/_twin/state?secrets=masked").header("ETag");
        assertEquals(200, calls().get("/_twin/state", "If-None-Match", masked).status());
        assertEquals(201, calls().put("/_twin/worlds/ci-1", "").status());
        assertEquals(
                200,
                calls().get("/w/ci-1/_twin/state?secrets=masked", "If-None-Match", masked)
                        .status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"mask", "MASKED", ""})
    @DisplayName("is not mistaken: a word that is not known gives no secret away")
    void isNotMistaken(String word) throws Exception {
        assertEquals(422, calls().get("/_twin/state?secrets=" + word).status());
    }

    private static RootCalls calls() {
        return new RootCalls(twin.url());
    }
}
