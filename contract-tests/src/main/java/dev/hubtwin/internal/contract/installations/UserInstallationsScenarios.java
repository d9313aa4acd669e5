package dev.hubtwin.internal.contract.installations;

import static dev.hubtwin.internal.contract.scenario.AppSteps.ids;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.contract.config.FixtureIdentity;
import dev.hubtwin.internal.contract.http.TestClient;
import dev.hubtwin.internal.contract.scenario.AppSteps;
import dev.hubtwin.internal.contract.scenario.Fixture;
import dev.hubtwin.internal.contract.scenario.FixtureScenarios;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Installations as users have them, and requests for installations. */
@FixtureScenarios
abstract class UserInstallationsScenarios {

    private static final String LIST = "/user/installations";
    private static final String QUAY = LIST + "/601/repositories";
    private static final String ANNA = LIST + "/602/repositories";

    private final Fixture fixture;
    private final AppSteps apps;

    UserInstallationsScenarios(Fixture fixture) {
        this.fixture = fixture;
        this.apps = new AppSteps(fixture);
    }

    private TestClient by(String token) {
        return apps.bearing("token " + token);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ghu_anna | [601, 602, 604]",
                "ghu_crew | [601]",
                "ghu_anna_narrow | [601]",
                "ghu_cleo | [601, 603]"
            })
    @DisplayName("GET /user/installations lists where the token's app is installed and its user reaches "
            + "something, as far as the token was narrowed (decisions)")
    void lists(String token, String expected) {
        JsonNode found = by(token).get(LIST).is(200).json();
        assertEquals(expected, ids(found.path("installations")).toString());
        assertEquals(
                found.path("installations").size(), found.path("total_count").asInt());
    }

    @Test
    @DisplayName("GET /user/installations and …/repositories page, and count all (decisions)")
    void pages() {
        JsonNode second =
                by("ghu_anna").get(LIST + "?per_page=1&page=2").is(200).json();
        assertEquals("[602] 3", ids(second.path("installations")) + " " + second.path("total_count"));
        JsonNode third = by("ghu_anna").get(QUAY + "?per_page=2&page=2").is(200).json();
        assertEquals("[703] 3", ids(third.path("repositories")) + " " + third.path("total_count"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ghu_anna | 601 | all      | [701, 702, 703]",
                "ghu_anna | 602 | selected | [704]",
                "ghu_crew | 601 | all      | [702, 703]",
                "ghu_anna_narrow | 601 | all | [701, 702, 703]"
            })
    @DisplayName("GET /user/installations/{installation_id}/repositories lists what the installation has and "
            + "the user may read (decisions)")
    void listsRepositories(String token, int installation, String selection, String expected) {
        JsonNode found = by(token)
                .get(LIST + "/" + installation + "/repositories")
                .is(200)
                .json();
        assertEquals(
                expected + " " + selection,
                ids(found.path("repositories")) + " "
                        + found.path("repository_selection").asText());
        assertEquals(
                token.startsWith("ghu_anna"),
                found.at("/repositories/0/permissions/admin").asBoolean());
    }

    @Test
    @DisplayName("GET /user/installations takes the token of a GitHub App for a user only; another app's or a "
            + "stranger's installation is 404 (decisions)")
    void refuses() {
        for (String path : List.of(LIST, QUAY)) {
            by("ghp_anna").get(path).is(403);
            by("ghs_quay").get(path).is(403);
            apps.pilot().get(path).is(403);
            fixture.as(FixtureIdentity.ANONYMOUS).get(path).is(401);
        }
        by("ghu_anna_rival").get(QUAY).is(404);
        by("ghu_crew").get(ANNA).is(404);
        by("ghu_anna").get(LIST + "/999/repositories").is(404);
    }

    @Test
    @DisplayName("PUT and DELETE /user/installations/{installation_id}/repositories/{repository_id} give an "
            + "installation a repository, and take it back, but not the last (decisions)")
    void changes() {
        fixture.restoreAfterwards();
        TestClient anna = by("ghp_anna");
        anna.put(ANNA + "/705").is(204);
        anna.put(ANNA + "/705").is(204);
        assertEquals(List.of(704, 705), repositories());
        anna.delete(ANNA + "/704").is(204);
        anna.delete(ANNA + "/704").is(204);
        assertEquals(List.of(705), repositories());
        assertEquals(
                "The last repository cannot be removed from an installation.",
                anna.delete(ANNA + "/705").is(422).message());
        assertEquals(List.of(705), repositories());
    }

    private List<Integer> repositories() {
        return ids(by("ghu_anna").get(ANNA).is(200).json().path("repositories"));
    }

    @Test
    @DisplayName("PUT and DELETE /user/installations/{installation_id}/repositories/{repository_id} change "
            + "nothing where the installation has all of the account (decisions)")
    void changesNothing() {
        fixture.restoreAfterwards();
        by("ghp_anna").put(QUAY + "/701").is(204);
        by("ghp_anna").delete(QUAY + "/701").is(422);
        assertEquals(
                "all",
                by("ghu_anna")
                        .get(QUAY)
                        .is(200)
                        .json()
                        .path("repository_selection")
                        .asText());
    }

    @Test
    @DisplayName("PUT and DELETE /user/installations/{installation_id}/repositories/{repository_id} take a "
            + "personal token of who administers the repository (decisions)")
    void takeAnAdministrator() {
        fixture.restoreAfterwards();
        for (String method : List.of("PUT", "DELETE")) {
            by("ghp_cleo").send(method, ANNA + "/705", "").is(404);
            by("ghp_anna").send(method, ANNA + "/701", "").is(404);
            by("ghp_anna").send(method, LIST + "/999/repositories/705", "").is(404);
            by("ghp_anna_read_org").send(method, ANNA + "/705", "").is(404);
            by("ghu_anna").send(method, ANNA + "/705", "").is(403);
            fixture.as(FixtureIdentity.ANONYMOUS)
                    .send(method, ANNA + "/705", "")
                    .is(401);
        }
    }

    @Test
    @DisplayName("GET /user/installations shows who has suspended an installation; its repositories are 403 (R143)")
    void showsSuspensions() {
        fixture.restoreAfterwards();
        apps.pilot().put(AppSteps.QUAY + "/suspended", "").is(204);
        JsonNode quay = by("ghu_anna").get(LIST).is(200).json().at("/installations/0");
        assertEquals(
                "601 true", quay.path("id") + " " + quay.path("suspended_by").has("login"));
        assertEquals(AppSteps.SUSPENDED, by("ghu_anna").get(QUAY).is(403).message());
    }

    @Test
    @DisplayName("GET /app/installation-requests is empty, for nobody asks (decisions)")
    void listsNoRequests() {
        assertEquals(
                "[]",
                apps.pilot()
                        .get("/app/installation-requests?per_page=5&page=1")
                        .is(200)
                        .text());
        by("ghp_anna").get("/app/installation-requests").is(401);
    }
}
