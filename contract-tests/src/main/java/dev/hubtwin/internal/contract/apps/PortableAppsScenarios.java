package dev.hubtwin.internal.contract.apps;

import static dev.hubtwin.internal.contract.scenario.Checks.hold;
import static dev.hubtwin.internal.contract.scenario.ServerUnderTest.NOBODY;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hubtwin.internal.contract.config.ConfigKey;
import dev.hubtwin.internal.contract.http.ForgeableJwt;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.http.TestClient;
import dev.hubtwin.internal.contract.scenario.PortableScenarios;
import dev.hubtwin.internal.contract.scenario.Reads;
import dev.hubtwin.internal.contract.scenario.Requires;
import dev.hubtwin.internal.contract.scenario.ServerUnderTest;
import dev.hubtwin.internal.contract.scenario.WorldPart;
import dev.hubtwin.internal.contract.scenario.Writes;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A GitHub App, who it is to itself and to others, and what it makes of its users' tokens. */
@PortableScenarios
@Reads(WorldPart.INSTALLATION)
abstract class PortableAppsScenarios {

    private final ServerUnderTest server;

    PortableAppsScenarios(ServerUnderTest server) {
        this.server = server;
    }

    @Test
    @DisplayName("GET /app with a JSON web token is the app that signed it; GET /apps/{app_slug} is the same (R124, "
            + "R125, R151)")
    @Requires({ConfigKey.APP_ID, ConfigKey.APP_KEY})
    void knowsItself() {
        HttpAnswer own = server.app().get("/app").is(200);
        hold(own.member("id").equals(server.name(ConfigKey.APP_ID)), own, "the id " + server.name(ConfigKey.APP_ID));
        HttpAnswer shown = server.reader().get("/apps/" + own.member("slug"));
        if (shown.status() == 200) { // a private app shows itself to nobody
            hold(
                    shown.member("id").equals(server.name(ConfigKey.APP_ID)),
                    shown,
                    "the id " + server.name(ConfigKey.APP_ID));
        } else {
            server.expect(shown, 404, 403);
        }
    }

    @Test
    @DisplayName("GET /app tells in installations_count how many GET /app/installations lists (R126)")
    @Requires({ConfigKey.APP_ID, ConfigKey.APP_KEY})
    void countsItsInstallations() {
        HttpAnswer own = server.app().get("/app").is(200);
        long listed = server.app().pages("/app/installations?per_page=100").stream()
                .mapToLong(page -> page.json().size())
                .sum();
        server.byConvention(() -> hold(
                own.json().path("installations_count").asLong(-1) == listed, own, "installations_count: " + listed));
    }

    @ParameterizedTest(name = "from {0} to {1} seconds from now")
    @CsvSource({"-900, -300", "-60, 7200", "3600, 3900"})
    @DisplayName("GET /app with a JSON web token that is over, lasts too long or is not yet good is 401 (R127)")
    @Requires({ConfigKey.APP_ID, ConfigKey.APP_KEY})
    void refusesOtherTimes(long from, long to) {
        server.expect(server.as(server.jwt().from(from, to)).get("/app"), 401);
    }

    @ParameterizedTest(name = "{0}", quoteTextArguments = false)
    @CsvSource({"another key", "RS512", "none"})
    @DisplayName("GET /app with a JSON web token that another key signed, or another algorithm, is 401 (R124)")
    @Requires({ConfigKey.APP_ID, ConfigKey.APP_KEY})
    void refusesOtherSignatures(String how) {
        ForgeableJwt forged = how.equals("another key")
                ? ForgeableJwt.of(Long.valueOf(server.name(ConfigKey.APP_ID)), "stranger")
                : server.jwt().under(how);
        HttpAnswer answer = server.as(forged).get("/app");
        hold(answer.status() != 200, answer, "a refusal, for anybody could have written that token");
        server.expect(answer, 401, 404);
    }

    @ParameterizedTest(name = "GET {0}")
    @CsvSource({"/app", "/app/installations"})
    @DisplayName("GET /app and /app/installations with a user's token are 401, because it is not an app's (R124)")
    @Requires(ConfigKey.OWNER_TOKEN)
    void refusesUsers(String path) {
        server.expect(server.as(ConfigKey.OWNER_TOKEN).get(path), 401, 403, 404);
    }

    @Test
    @DisplayName("POST /app-manifests/{code}/conversions with an unknown code is 404 (R128)")
    @Writes({})
    void knowsNoOtherCode() {
        server.reader().post("/app-manifests/" + NOBODY + "/conversions", "").is(404);
    }

    @Test
    @DisplayName("POST /applications/{client_id}/token/scoped makes another, narrower token; the first one stays good "
            + "(R145, R150)")
    @Requires({
        ConfigKey.APP_CLIENT_ID,
        ConfigKey.APP_CLIENT_SECRET,
        ConfigKey.APP_USER_TOKEN,
        ConfigKey.APP_ID,
        ConfigKey.APP_KEY,
        ConfigKey.INSTALLATION
    })
    @Reads({WorldPart.INSTALLATION, WorldPart.PEOPLE})
    @Writes({})
    void narrowsTokens() {
        HttpAnswer made = narrowed(server.name(ConfigKey.APP_USER_TOKEN)).is(200);
        hold(!made.member("token").equals(server.name(ConfigKey.APP_USER_TOKEN)), made, "another token");
        server.bearing("Bearer " + made.member("token")).get("/user").is(200);
        server.bearing("Bearer " + server.name(ConfigKey.APP_USER_TOKEN))
                .get("/user")
                .is(200);
        server.expect(narrowed(made.member("token")), 404, 422, 403);
    }

    private HttpAnswer narrowed(String token) {
        return scoped(Map.of("access_token", token, "target_id", account(), "permissions", Map.of("metadata", "read")));
    }

    @Test
    @DisplayName("POST /applications/{client_id}/token/scoped of an unknown token is 404 (R147)")
    @Requires({ConfigKey.APP_CLIENT_ID, ConfigKey.APP_CLIENT_SECRET})
    @Writes({})
    void knowsNoOtherToken() {
        scoped(Map.of("access_token", "ghu_nobodyHasThisTokenOfHubtwin000000000", "target", NOBODY))
                .is(404);
    }

    @Test
    @DisplayName(
            "POST /applications/{client_id}/token/scoped without access_token, or without target and target_id, is "
                    + "422 (R148, R149)")
    @Requires({ConfigKey.APP_CLIENT_ID, ConfigKey.APP_CLIENT_SECRET, ConfigKey.APP_USER_TOKEN})
    @Writes({})
    void wantsTokenAndTarget() {
        scoped(Map.of("target", NOBODY)).is(422);
        scoped(Map.of("access_token", server.name(ConfigKey.APP_USER_TOKEN))).is(422);
    }

    @Test
    @DisplayName("POST /applications/{client_id}/token/scoped with another secret is 401 (R146)")
    @Requires({ConfigKey.APP_CLIENT_ID, ConfigKey.APP_USER_TOKEN})
    @Writes({})
    void wantsTheSecret() {
        TestClient forged = server.basic(server.name(ConfigKey.APP_CLIENT_ID), "no-secret-of-anybody");
        HttpAnswer answer = forged.post(
                scopedPath(), json(Map.of("access_token", server.name(ConfigKey.APP_USER_TOKEN), "target", NOBODY)));
        hold(answer.status() >= 400, answer, "a refusal");
        server.expect(answer, 401, 404);
    }

    /** The id of the account that the installation is in. */
    private long account() {
        return server.app()
                .get("/app/installations/" + server.name(ConfigKey.INSTALLATION))
                .is(200)
                .json()
                .at("/account/id")
                .asLong();
    }

    private String scopedPath() {
        return "/applications/" + server.name(ConfigKey.APP_CLIENT_ID) + "/token/scoped";
    }

    private HttpAnswer scoped(Map<String, ?> body) {
        return server.basic(server.name(ConfigKey.APP_CLIENT_ID), server.name(ConfigKey.APP_CLIENT_SECRET))
                .post(scopedPath(), json(body));
    }

    private static String json(Map<String, ?> body) {
        try {
            return new ObjectMapper().writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
