package dev.hubtwin.internal.contract.apps;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.contract.config.FixtureIdentity;
import dev.hubtwin.internal.contract.http.ForgeableJwt;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.http.TestClient;
import dev.hubtwin.internal.contract.scenario.AppSteps;
import dev.hubtwin.internal.contract.scenario.Fixture;
import dev.hubtwin.internal.contract.scenario.FixtureScenarios;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a manifest becomes an app (R128). */
@FixtureScenarios
abstract class ManifestsScenarios {

    /** What makes a key of 2048 bits as PKCS#1 one as PKCS#8: two lengths, which are zero here, and that it is RSA. */
    private static final byte[] PKCS8 = HexFormat.of().parseHex("30820000020100300d06092a864886f70d010101050004820000");

    private final Fixture fixture;
    private final AppSteps apps;

    ManifestsScenarios(Fixture fixture) {
        this.fixture = fixture;
        this.apps = new AppSteps(fixture);
    }

    private HttpAnswer convert(TestClient calls, String code) {
        return calls.post("/app-manifests/" + code + "/conversions", "");
    }

    @Test
    @DisplayName("POST /app-manifests/{code}/conversions makes the app of the manifest, with a key of 2048 bits, "
            + "a client id and secrets, for every caller (R128)")
    void converts() {
        fixture.restoreAfterwards();
        JsonNode made = convert(fixture.as(FixtureIdentity.ANONYMOUS), "good-code")
                .is(201)
                .json();
        assertEquals(
                "Harbour Master! harbour-master quay",
                made.path("name").asText() + " " + made.path("slug").asText() + " "
                        + made.path("owner").path("login").asText());
        assertEquals(
                "Keeps order https://master.example",
                made.path("description").asText() + " "
                        + made.path("external_url").asText());
        assertEquals(
                "{\"members\":\"read\",\"metadata\":\"read\",\"organization_campaigns\":\"write\"} [\"member\"]",
                made.path("permissions") + " " + made.path("events"));
        assertTrue(made.path("client_id").asText().matches("Iv1\\.[0-9a-f]{16}"), made::toString);
        assertTrue(made.path("client_secret").asText().matches("[0-9a-f]{40}"), made::toString);
        assertTrue(made.path("webhook_secret").asText().matches("[0-9a-f]{40}"), made::toString);
        assertTrue(made.path("pem")
                .asText()
                .matches("-----BEGIN RSA PRIVATE KEY-----\n[A-Za-z0-9+/=\n]+-----END RSA PRIVATE KEY-----\n"));
        fixture.as(FixtureIdentity.ANONYMOUS).get("/apps/harbour-master").is(200);
        assertEquals(
                made.path("id").asInt(),
                apps.bearing("Bearer " + signed(made))
                        .get("/app")
                        .is(200)
                        .json()
                        .path("id")
                        .asInt());
        apps.client(made.path("client_id").asText(), made.path("client_secret").asText())
                .get("/organizations")
                .is(200);
        JsonNode exported = fixture.world();
        fixture.replace(exported);
        assertEquals(exported, fixture.world());
        apps.bearing("Bearer " + signed(made)).get("/app").is(200);
    }

    @Test
    @DisplayName("POST /app-manifests/{code}/conversions of a manifest with nothing but a name and a url makes a "
            + "private app without a webhook (R128)")
    void needsLittle() {
        fixture.restoreAfterwards();
        JsonNode made = convert(fixture.as(FixtureIdentity.OUTSIDER), "bare-code")
                .is(201)
                .json();
        assertTrue(
                made.path("webhook_secret").isNull() && made.path("description").isNull());
        assertEquals(
                "{} [] anna",
                made.path("permissions") + " " + made.path("events") + " "
                        + made.path("owner").path("login").asText());
        fixture.as(FixtureIdentity.ANONYMOUS).get("/apps/bare").is(404);
    }

    @Test
    @DisplayName(
            "POST /app-manifests/{code}/conversions takes a code once, and for an hour of the world's clock (R128)")
    void isGoodOnce() {
        fixture.restoreAfterwards();
        convert(fixture.as(FixtureIdentity.ANONYMOUS), "bare-code").is(201);
        convert(fixture.as(FixtureIdentity.ANONYMOUS), "bare-code").is(404);
        fixture.clock("+PT1H");
        convert(fixture.as(FixtureIdentity.ANONYMOUS), "good-code").is(404);
        fixture.clock("+PT30M"); // the codes are as old as the run of the scenarios
        convert(fixture.as(FixtureIdentity.ANONYMOUS), "good-code").is(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "used-code", "old-code", "GOOD-CODE", "%20"})
    @DisplayName("POST /app-manifests/{code}/conversions of an unknown, used or old code is 404, with a credential or "
            + "without (R128)")
    void knowsNoSuchCode(String code) {
        convert(fixture.as(FixtureIdentity.ANONYMOUS), code).is(404);
        convert(apps.pilot(), code).is(404);
    }

    @Test
    @DisplayName("POST /app-manifests/{code}/conversions with a credential that is not good is 401 (conventions, 2)")
    void refusesBadCredentials() {
        convert(fixture.as(FixtureIdentity.UNKNOWN), "good-code").is(401);
    }

    @ParameterizedTest
    @CsvSource({
        "taken-code, Name is already taken",
        "taken-slug-code, Name is already taken",
        "empty-code, Name can't be blank",
        "wrong-code, Hook url must be a valid URL"
    })
    @DisplayName("POST /app-manifests/{code}/conversions of a taken name or an invalid manifest is 422, says what is "
            + "wrong, and leaves the code good (decisions)")
    void refusesManifests(String code, String sentence) {
        for (int i = 0; i < 2; i++) {
            HttpAnswer refused =
                    convert(fixture.as(FixtureIdentity.ANONYMOUS), code).is(422);
            assertEquals("Validation Failed", refused.message());
            assertTrue(refused.json().path("errors").toString().contains(sentence), refused::text);
        }
    }

    @Test
    @DisplayName(
            "POST /app-manifests/{code}/conversions lists all that is wrong with a manifest that it refuses (R128)")
    void listsFaults() {
        assertEquals(
                8,
                convert(fixture.as(FixtureIdentity.ANONYMOUS), "wrong-code")
                        .is(422)
                        .json()
                        .path("errors")
                        .size());
    }

    private static String signed(JsonNode app) {
        long now = Instant.now().getEpochSecond();
        String start = ForgeableJwt.part("{\"alg\":\"RS256\"}") + "."
                + ForgeableJwt.part(
                        "{\"iss\":" + app.path("id") + ",\"iat\":" + (now - 60) + ",\"exp\":" + (now + 500) + "}");
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(KeyFactory.getInstance("RSA")
                    .generatePrivate(
                            new PKCS8EncodedKeySpec(pkcs8(app.path("pem").asText()))));
            signature.update(start.getBytes(UTF_8));
            return start + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new AssertionError("the pem is not a key", e);
        }
    }

    private static byte[] pkcs8(String pkcs1) {
        byte[] key = Base64.getMimeDecoder().decode(pkcs1.replaceAll("-----[A-Z ]+-----", ""));
        return ByteBuffer.allocate(PKCS8.length + key.length)
                .put(PKCS8)
                .put(key)
                .putShort(2, (short) (PKCS8.length - 4 + key.length))
                .putShort(PKCS8.length - 2, (short) key.length)
                .array();
    }
}
