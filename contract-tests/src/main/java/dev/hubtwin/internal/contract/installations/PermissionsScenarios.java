package dev.hubtwin.internal.contract.installations;

import static dev.hubtwin.internal.contract.scenario.AppSteps.INSTALLATIONS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hubtwin.internal.contract.config.FixtureIdentity;
import dev.hubtwin.internal.contract.description.Description;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.http.TestClient;
import dev.hubtwin.internal.contract.scenario.AppSteps;
import dev.hubtwin.internal.contract.scenario.Fixture;
import dev.hubtwin.internal.contract.scenario.FixtureScenarios;
import dev.hubtwin.internal.contract.scenario.SampleReads;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every permission that an app can have, at each of its levels (R129, R141). The app polymath has all of them, the
 * highest, and one that the description does not name.
 */
@FixtureScenarios
abstract class PermissionsScenarios {

    private static final JsonNode NAMED = Description.PUBLISHED.schemas().at("/app-permissions/properties");
    private static final String UNHEARD_OF = "starlight";
    private static final List<String> LEVELS = List.of("read", "write", "admin");
    private static final String ATLAS = INSTALLATIONS + "/621";

    private final Fixture fixture;
    private final AppSteps apps;
    private final SampleReads samples;

    PermissionsScenarios(Fixture fixture) {
        this.fixture = fixture;
        this.apps = new AppSteps(fixture);
        this.samples = new SampleReads(fixture);
    }

    private static List<String> levels(JsonNode schema) {
        List<String> levels = LEVELS.stream()
                .filter(level -> Description.PUBLISHED
                        .resolve(schema)
                        .path("enum")
                        .toString()
                        .contains("\"" + level + "\""))
                .toList();
        return levels.isEmpty() ? LEVELS : levels;
    }

    /** Every permission that has the level, or at its highest one. */
    private static ObjectNode permissions(String asked) {
        ObjectNode permissions = new ObjectMapper().createObjectNode();
        NAMED.properties().forEach(name -> {
            List<String> levels = levels(name.getValue());
            if (asked.equals("highest") || levels.contains(asked)) {
                permissions.put(name.getKey(), asked.equals("highest") ? levels.get(levels.size() - 1) : asked);
            }
        });
        return permissions.put(UNHEARD_OF, asked.equals("highest") ? "admin" : asked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"read", "write", "admin", "highest"})
    @DisplayName(
            "POST /app/installations/{installation_id}/access_tokens grants each permission at each of its levels, "
                    + "and answers with just those (R141)")
    void narrowsTokens(String level) {
        fixture.restoreAfterwards();
        HttpAnswer made = samples.polymath()
                .post(ATLAS + "/access_tokens", "{\"permissions\": " + permissions(level) + "}")
                .is(201);
        assertEquals(permissions(level), made.json().path("permissions"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"read", "write", "admin", "highest"})
    @DisplayName(
            "POST /applications/{client_id}/token/scoped grants each permission at each of its levels, and answers "
                    + "with just those; POST and PATCH /applications/{client_id}/token tell the same (R145)")
    void narrowsUserTokens(String level) {
        fixture.restoreAfterwards();
        TestClient polymath = apps.client("Iv1.polymathpolymat1", "polymath-secret");
        String tokens = "/applications/Iv1.polymathpolymat1/token";
        HttpAnswer made = polymath.post(
                        tokens + "/scoped",
                        "{\"access_token\": \"ghu_ada\", \"target\": \"atlas\", \"permissions\": " + permissions(level)
                                + "}")
                .is(200);
        String token = "{\"access_token\": \"" + made.member("token") + "\"}";
        for (HttpAnswer answer : List.of(
                made,
                polymath.post(tokens, token).is(200),
                polymath.patch(tokens, token).is(200))) {
            assertEquals(permissions(level), answer.json().at("/installation/permissions"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/app, /permissions",
        "/apps/polymath, /permissions",
        "/app/installations, /0/permissions",
        "/app/installations/621, /permissions",
        "/orgs/atlas/installation, /permissions",
        "/users/ada/installation, /permissions",
        "/repos/atlas/globe/installation, /permissions",
        "/repositories/742/installation, /permissions"
    })
    @DisplayName("GET /app, /apps/{app_slug} and /app/installations/{installation_id}, as wherever an app or its "
            + "installation is shown, show all its permissions (R129)")
    void showsPermissions(String path, String pointer) {
        assertEquals(
                permissions("highest"),
                samples.polymath().get(path).is(200).json().at(pointer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/orgs/atlas/installations", "/organizations/9501/installations"})
    @DisplayName("GET /orgs/{org}/installations shows what each app may do, to an owner and to the app (R55, R129)")
    void showsPermissionsToOwners(String path) {
        for (FixtureIdentity who : List.of(FixtureIdentity.ADA, FixtureIdentity.POLYMATH_IN_ATLAS)) {
            assertEquals(
                    permissions("highest"),
                    fixture.as(who).get(path).is(200).json().at("/installations/0/permissions"));
        }
    }

    @Test
    @DisplayName("POST /app-manifests/{code}/conversions gives an app every permission of its manifest (R128)")
    void comeFromManifests() {
        fixture.restoreAfterwards();
        ObjectNode known = permissions("highest");
        known.remove(UNHEARD_OF);
        assertEquals(
                known.put("organization_campaigns", "write"),
                fixture.as(FixtureIdentity.ANONYMOUS)
                        .post("/app-manifests/whole-code/conversions", "")
                        .is(201)
                        .json()
                        .path("permissions"));
    }
}
