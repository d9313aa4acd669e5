package dev.hubtwin.internal.contract.installations;

import static dev.hubtwin.internal.contract.scenario.AppSteps.INSTALLATIONS;
import static dev.hubtwin.internal.contract.scenario.AppSteps.QUAY;
import static dev.hubtwin.internal.contract.scenario.AppSteps.ids;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.contract.config.FixtureIdentity;
import dev.hubtwin.internal.contract.http.ForgeableJwt;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.http.TestClient;
import dev.hubtwin.internal.contract.scenario.AppSteps;
import dev.hubtwin.internal.contract.scenario.Fixture;
import dev.hubtwin.internal.contract.scenario.FixtureScenarios;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tokens of installations: what they reach, and for how long (R135 to R143). */
@FixtureScenarios
abstract class InstallationTokensScenarios {

    private static final String NOT_GRANTED = "The permissions requested are not granted to this installation.";
    private static final String NOT_ACCESSIBLE =
            "There is at least one repository that does not exist or is not accessible to the parent installation.";

    private final Fixture fixture;
    private final AppSteps apps;

    InstallationTokensScenarios(Fixture fixture) {
        this.fixture = fixture;
        this.apps = new AppSteps(fixture);
    }

    @BeforeEach
    void makesTokens() {
        fixture.restoreAfterwards();
    }

    @Test
    @DisplayName("POST /app/installations/{installation_id}/access_tokens makes a token that ends an hour later by the "
            + "world's clock, wherever it is sent (R135, R136)")
    void expires() {
        fixture.clock("2026-05-06T07:08:09.500Z");
        HttpAnswer made = apps.token("{}").is(201);
        assertEquals("2026-05-06T08:08:09Z", made.member("expires_at"));
        assertTrue(made.member("token").matches("ghs_[0-9A-Za-z]{36}"), made::text);
        fixture.clock("2026-05-06T08:08:08.999Z");
        apps.with(made).get("/installation/repositories").is(200);
        fixture.clock("2026-05-06T08:08:09Z");
        for (String path :
                List.of("/installation/repositories", "/organizations", "/orgs/quay", "/app", "/repos/quay/Winch")) {
            assertEquals("Bad credentials", apps.with(made).get(path).is(401).message());
        }
        assertNotEquals(made.member("token"), apps.token("{}").is(201).member("token"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "null",
                " null\n",
                "{\"repository\": \"crane\"}",
                "{\"unheard\": [1]}",
                "{\"permissions\": {}}",
                "{\"permissions\": null}",
                "{\"permissions\": {\"issues\": null, \"starlight\": null}}",
                "{\"repositories\": []}",
                "{\"repositories\": null}",
                "{\"repository_ids\": []}",
                "{\"repository_ids\": null, \"repositories\": [], \"permissions\": {}}"
            })
    @DisplayName("POST /app/installations/{installation_id}/access_tokens without a wish, be it absent, null or empty, "
            + "reaches what the installation does, and names no repositories (R137, R138, R142; recorded)")
    void reachesAll(String body) {
        HttpAnswer made = apps.token(body).is(201);
        assertEquals("all", made.member("repository_selection"));
        assertFalse(made.json().has("repositories"));
        assertEquals(
                apps.pilot().get(QUAY).json().path("permissions"), made.json().path("permissions"));
        JsonNode reached =
                apps.with(made).get("/installation/repositories").is(200).json();
        assertEquals(
                "3 all [701, 702, 703]",
                reached.path("total_count") + " "
                        + reached.path("repository_selection").asText() + " " + ids(reached.path("repositories")));
        assertEquals(
                "selected",
                apps.pilot()
                        .post(INSTALLATIONS + "/602/access_tokens", body)
                        .is(201)
                        .member("repository_selection"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"repositories\": [\"crane\"]}                                | [701]",
                "{\"repositories\": [\"CRANE\", \"winch\", \"crane\"]}          | [701, 702]",
                "{\"repository_ids\": [703, 701]}                               | [701, 703]",
                "{\"repositories\": [\"crane\"], \"repository_ids\": [702]}     | [701, 702]",
                "{\"repositories\": [], \"repository_ids\": [702]}              | [702]",
                "{\"repositories\": [\"crane\"], \"permissions\": {}}           | [701]"
            })
    @DisplayName("POST /app/installations/{installation_id}/access_tokens gives a token for the repositories asked for "
            + "by name or id, and no others (R138 to R140)")
    void reachesSome(String body, String ids) {
        HttpAnswer made = apps.token(body).is(201);
        assertEquals("selected", made.member("repository_selection"));
        assertEquals(ids, ids(made.json().path("repositories")).toString());
        JsonNode reached =
                apps.with(made).get("/installation/repositories").is(200).json();
        assertEquals(ids, ids(reached.path("repositories")).toString());
        assertEquals("selected", reached.path("repository_selection").asText());
        assertEquals(
                ids.contains("701") ? 200 : 404,
                apps.with(made).get("/repos/quay/crane").status());
        assertEquals(
                ids.contains("703") ? 200 : 404,
                apps.with(made).get("/repositories/703").status());
        apps.with(made).get("/repos/quay/Winch").is(200);
    }

    @Test
    @DisplayName(
            "POST /app/installations/{installation_id}/access_tokens shows with each repository what the token may "
                    + "do in it (decisions)")
    void showsPermissions() {
        JsonNode writes = apps.token("{\"repository_ids\": [701]}")
                .json()
                .path("repositories")
                .path(0)
                .path("permissions");
        assertTrue(writes.path("push").asBoolean() && !writes.path("admin").asBoolean(), writes::toString);
        JsonNode reads = apps.token("{\"repository_ids\": [701], \"permissions\": {\"metadata\": \"read\"}}")
                .json()
                .path("repositories")
                .path(0)
                .path("permissions");
        assertTrue(reads.path("pull").asBoolean() && !reads.path("push").asBoolean(), reads::toString);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"repositories\": [\"nothing\"]}",
                "{\"repositories\": [\"crane\", \"vessel\"]}",
                "{\"repositories\": [\"quay/crane\"]}",
                "{\"repositories\": [\"\"]}",
                "{\"repositories\": [\"windlass\"]}",
                "{\"repository_ids\": [601]}",
                "{\"repository_ids\": [701, 704]}",
                "{\"repository_ids\": [-1]}",
                "{\"repository_ids\": [9223372036854775807]}",
                "{\"repositories\": [\"crane\"], \"repository_ids\": [1]}"
            })
    @DisplayName("POST /app/installations/{installation_id}/access_tokens for a repository that does not exist, "
            + "is another's or is not selected is 422 in GitHub's words (R139)")
    void refusesRepositories(String body) {
        assertEquals(NOT_ACCESSIBLE, apps.token(body).is(422).message());
        assertEquals(
                NOT_ACCESSIBLE,
                apps.pilot()
                        .post(INSTALLATIONS + "/602/access_tokens", "{\"repositories\": [\"attic\"]}")
                        .is(422)
                        .message());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"issues\": \"read\"}                            | {\"issues\":\"read\"}",
                "{\"issues\": \"write\", \"contents\": \"read\"}   | {\"contents\":\"read\",\"issues\":\"write\"}",
                "{\"issues\": \"read\", \"contents\": null}        | {\"issues\":\"read\"}"
            })
    @DisplayName("POST /app/installations/{installation_id}/access_tokens gives a token the permissions that are asked "
            + "for, and no others (R141)")
    void hasSomePermissions(String permissions, String granted) {
        HttpAnswer made = apps.token("{\"permissions\": " + permissions + "}").is(201);
        assertEquals(granted, made.json().path("permissions").toString());
        apps.with(made).get("/orgs/quay/installations").is(403);
        apps.with(apps.token("{\"permissions\": {\"organization_administration\": \"read\"}}")
                        .is(201))
                .get("/orgs/quay/installations")
                .is(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"issues\": \"admin\"}",
                "{\"contents\": \"admin\"}",
                "{\"members\": \"write\"}",
                "{\"administration\": \"read\"}",
                "{\"metadata\": \"write\"}",
                "{\"issues\": \"read\", \"unheard_of\": \"read\"}",
                "{\"organization_campaigns\": \"read\"}"
            })
    @DisplayName(
            "POST /app/installations/{installation_id}/access_tokens for a permission, or a level of one, that the "
                    + "installation has not got is 422 in GitHub's words (R141)")
    void refusesPermissions(String permissions) {
        HttpAnswer refused =
                apps.token("{\"permissions\": " + permissions + "}").is(422);
        boolean isNoLevel = permissions.contains("admin\"");
        assertTrue(
                isNoLevel
                        ? refused.message().startsWith("Invalid request.")
                        : refused.message().equals(NOT_GRANTED),
                refused::text);
        assertFalse(refused.json().has("errors"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"repositories\": \"crane\"}",
                "{\"repositories\": [1]}",
                "{\"repository_ids\": [\"701\"]}",
                "{\"repository_ids\": [1.5]}",
                "{\"permissions\": [\"issues\"]}",
                "{\"permissions\": {\"issues\": \"all\"}}",
                "{\"repositories\": [null]}",
                "{\"repository_ids\": [99999999999999999999]}"
            })
    @DisplayName("POST /app/installations/{installation_id}/access_tokens with a body of the wrong shape is 422, "
            + "with one that is not an object 400 (conventions, 1)")
    void refusesShapes(String body) {
        assertTrue(apps.token(body).is(422).message().startsWith("Invalid request.\n\n"));
        apps.token("[" + body + "]").is(400);
        apps.token(body.substring(1)).is(400);
    }

    @Test
    @DisplayName("POST /app/installations/{installation_id}/access_tokens shows a repository in full, with its licence "
            + "and the one it was made from, as wherever a token does (R138)")
    void showsRepositoriesInFull() {
        String body = "{\"repositories\": [\"globe\"]}";
        HttpAnswer made = apps.as(ForgeableJwt.of(4305, "rival"))
                .post(INSTALLATIONS + "/621/access_tokens", body)
                .is(201);
        JsonNode globe = apps.with(made).get("/repos/atlas/globe").is(200).json();
        assertEquals(
                "atlas/mould mit",
                globe.at("/template_repository/full_name").asText() + " "
                        + globe.at("/template_repository/license/key").asText());
        assertEquals("MIT", globe.at("/license/spdx_id").asText());
        assertEquals(globe, apps.with(made).get("/repositories/742").is(200).json());
        JsonNode listed = made.json().at("/repositories/0");
        assertEquals(globe.path("license"), listed.path("license"));
        assertEquals(globe.path("template_repository"), listed.path("template_repository"));
    }

    @Test
    @DisplayName(
            "POST /app/installations/{installation_id}/access_tokens may name 500 repositories, and no more (R140)")
    void limitsNames() {
        String names = "\"crane\",".repeat(499) + "\"crane\"";
        assertEquals(
                List.of(701),
                ids(apps.token("{\"repositories\": [" + names + "]}")
                        .is(201)
                        .json()
                        .path("repositories")));
        apps.token("{\"repositories\": [" + names + ", \"crane\"]}").is(422);
    }

    @Test
    @DisplayName("POST /app/installations/{installation_id}/access_tokens makes a token that reaches no other account "
            + "(R139)")
    void staysAtHome() {
        TestClient made = apps.with(apps.token("{}").is(201));
        made.get("/orgs/quay/members").is(200);
        made.get("/orgs/harbor/installations").is(403);
        made.get("/repos/anna/garden").is(404);
        made.send("PUT", "/orgs/quay/memberships/hank", BodyPublishers.ofString("{}"))
                .is(403);
    }

    @Test
    @DisplayName("POST /app/installations/{installation_id}/access_tokens makes a token that follows the installation: "
            + "what it loses, the token loses (R137)")
    void followsTheInstallation() {
        TestClient made = apps.with(apps.token("{}").is(201));
        fixture.merge("{\"apps\": [{\"slug\": \"pilot\", \"installations\": ["
                + "{\"id\": 601, \"account\": \"quay\", \"repositories\": [\"crane\"]}]}]}");
        assertEquals(
                List.of(701),
                ids(made.get("/installation/repositories").is(200).json().path("repositories")));
        made.get("/repos/quay/shed").is(404);
    }

    @Test
    @DisplayName("POST /app/installations/{installation_id}/access_tokens makes a token that lives through an export "
            + "(decisions)")
    void isExported() {
        HttpAnswer made = apps.token("{\"repositories\": [\"crane\"], \"permissions\": {\"issues\": \"read\"}}")
                .is(201);
        JsonNode exported = fixture.world();
        fixture.replace(exported);
        assertEquals(exported, fixture.world());
        assertEquals(
                List.of(701),
                ids(apps.with(made)
                        .get("/installation/repositories")
                        .is(200)
                        .json()
                        .path("repositories")));
    }

    @Test
    @DisplayName(
            "DELETE /installation/token ends the token that it comes with, and no other of the installation (reported)")
    void revokes() {
        HttpAnswer one = apps.token("{}").is(201);
        HttpAnswer other = apps.token("{}").is(201);
        apps.with(one).delete("/installation/token").is(204);
        apps.with(one).get("/installation/repositories").is(401);
        apps.with(one).delete("/installation/token").is(401);
        apps.with(other).get("/installation/repositories").is(200);
        apps.bearing("token ghu_anna").delete("/installation/token").is(403);
        fixture.as(FixtureIdentity.ANONYMOUS).delete("/installation/token").is(401);
    }
}
