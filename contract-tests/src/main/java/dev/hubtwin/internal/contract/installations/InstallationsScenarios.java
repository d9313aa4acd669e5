package dev.hubtwin.internal.contract.installations;

import static dev.hubtwin.internal.contract.config.FixtureIdentity.ANNA;
import static dev.hubtwin.internal.contract.config.FixtureIdentity.ANNA_READ_ORG;
import static dev.hubtwin.internal.contract.config.FixtureIdentity.ANNA_THROUGH_PILOT;
import static dev.hubtwin.internal.contract.config.FixtureIdentity.PILOT_IN_CLEO;
import static dev.hubtwin.internal.contract.config.FixtureIdentity.PILOT_IN_QUAY;
import static dev.hubtwin.internal.contract.scenario.AppSteps.INSTALLATIONS;
import static dev.hubtwin.internal.contract.scenario.AppSteps.QUAY;
import static dev.hubtwin.internal.contract.scenario.AppSteps.SUSPENDED;
import static dev.hubtwin.internal.contract.scenario.AppSteps.ids;
import static dev.hubtwin.internal.contract.scenario.Fixture.named;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.contract.config.FixtureIdentity;
import dev.hubtwin.internal.contract.http.ForgeableJwt;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.http.TestClient;
import dev.hubtwin.internal.contract.scenario.AppSteps;
import dev.hubtwin.internal.contract.scenario.Fixture;
import dev.hubtwin.internal.contract.scenario.FixtureScenarios;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where apps are installed (R55, R56, R129 to R134, R143, R144, R154 to R158). */
@FixtureScenarios
abstract class InstallationsScenarios {

    private static final String FLEET = INSTALLATIONS + "?per_page=40";

    private final Fixture fixture;
    private final AppSteps apps;

    InstallationsScenarios(Fixture fixture) {
        this.fixture = fixture;
        this.apps = new AppSteps(fixture);
    }

    @Test
    @DisplayName("GET /app/installations lists the app's own, with what it was granted in each (R129)")
    void lists() {
        TestClient rival = apps.as(ForgeableJwt.of(4301, "rival"));
        JsonNode all = apps.pilot().get(INSTALLATIONS).is(200).json();
        assertEquals(List.of(601, 602, 603, 604), ids(all));
        assertEquals(
                "{\"issues\":\"read\",\"metadata\":\"read\"}",
                all.path(1).path("permissions").toString());
        assertEquals(
                "read", all.at("/0/permissions/organization_administration").asText());
        assertEquals(List.of(611), ids(rival.get(INSTALLATIONS).is(200).json()));
        assertEquals(
                0,
                apps.as(ForgeableJwt.of(4303, "rival"))
                        .get(INSTALLATIONS + "?page=9")
                        .is(200)
                        .json()
                        .size());
    }

    @Test
    @DisplayName("GET /app/installations pages with Link, and 100 is the most (R132)")
    void pages() {
        TestClient fleet = apps.as(ForgeableJwt.of(4303, "rival"));
        List<HttpAnswer> pages = fleet.pages(FLEET);
        assertEquals(
                List.of(40, 40, 25),
                pages.stream().map(page -> page.json().size()).toList());
        assertEquals(List.of("next", "last"), List.copyOf(pages.get(0).links().keySet()));
        assertEquals(List.of("prev", "first"), List.copyOf(pages.get(2).links().keySet()));
        assertEquals(
                fixture.target().root() + INSTALLATIONS + "?per_page=40&page=2",
                pages.get(0).links().get("next"));
        assertEquals(
                100, fleet.get(INSTALLATIONS + "?per_page=1000").is(200).json().size());
        assertEquals(
                105,
                pages.stream()
                        .flatMap(page -> ids(page.json()).stream())
                        .distinct()
                        .count());
    }

    @Test
    @DisplayName("GET /app/installations with since shows those updated after it, across pages, in the order of change "
            + "(R130)")
    void filtersByChange() {
        assertEquals(List.of(602, 603, 604), listed("?since=2021-03-04T05:06:07Z"));
        assertEquals(List.of(603, 604), listed("?since=2022-03-04T07:06:07%2B02:00"));
        assertEquals(List.of(), listed("?since=2024-01-01T00:00:00Z"));
        assertEquals(List.of(604), listed("?since=2023-12-31T23:59:59.999Z"));
        List<HttpAnswer> pages = apps.as(ForgeableJwt.of(4303, "rival")).pages(FLEET + "&since=2024-01-01T00:05:00Z");
        assertEquals(
                List.of(40, 40, 20),
                pages.stream().map(page -> page.json().size()).toList());
        assertEquals("guild-006", pages.get(0).json().at("/0/account/login").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"since=yesterday", "since=", "outdated=true", "outdated=", "outdated=x", "since=2021"})
    @DisplayName("GET /app/installations ignores a since that is not a time, and outdated (R130, R131)")
    void passesOver(String query) {
        assertEquals(List.of(601, 602, 603, 604), listed("?" + query));
    }

    @Test
    @DisplayName("GET /app/installations/{installation_id} shows account, permissions, files and addresses (R133)")
    void shows() {
        JsonNode quay = apps.pilot().get(QUAY).is(200).json();
        assertEquals("quay", quay.path("account").path("login").asText());
        assertEquals(
                "Organization 9303 4300 pilot all",
                quay.path("target_type").asText() + " " + quay.path("target_id") + " " + quay.path("app_id") + " "
                        + quay.path("app_slug").asText() + " "
                        + quay.path("repository_selection").asText());
        assertEquals(
                fixture.target().root() + QUAY + "/access_tokens",
                quay.path("access_tokens_url").asText());
        assertEquals(
                fixture.target().root() + "/installation/repositories",
                quay.path("repositories_url").asText());
        assertTrue(quay.path("html_url").asText().endsWith("/organizations/quay/settings/installations/601"));
        assertEquals(
                ".github/pilot.yml true [\".github/pilot.yml\",\"pilot.yml\"]",
                quay.path("single_file_name").asText() + " " + quay.path("has_multiple_single_files") + " "
                        + quay.path("single_file_paths"));
        assertEquals("[\"push\",\"member\"]", quay.path("events").toString());
        assertTrue(
                quay.path("suspended_at").isNull() && quay.path("suspended_by").isNull());
        JsonNode anna = installation(602);
        assertEquals(
                "User selected null false []",
                anna.path("target_type").asText() + " "
                        + anna.path("repository_selection").asText() + " " + anna.path("single_file_name") + " "
                        + anna.path("has_multiple_single_files") + " " + anna.path("single_file_paths"));
        assertTrue(anna.path("html_url").asText().endsWith("/settings/installations/602"));
        assertFalse(anna.path("html_url").asText().contains("organizations"));
    }

    @ParameterizedTest
    @CsvSource({"611", "1", "0", "-1", "9223372036854775807", "99999999999999999999", "x"})
    @DisplayName("Every operation on an installation is 404 for an unknown one, or another app's, and nothing is done "
            + "(R133, R144)")
    void knowsNoOthers(String id) {
        String path = INSTALLATIONS + "/" + id;
        apps.pilot().get(path).is(404);
        apps.pilot().delete(path).is(404);
        apps.pilot().put(path + "/suspended").is(404);
        apps.pilot().delete(path + "/suspended").is(404);
        apps.pilot().post(path + "/access_tokens", "{").is(404);
        apps.as(ForgeableJwt.of(4301, "rival")).get(INSTALLATIONS + "/611").is(200);
    }

    @Test
    @DisplayName("DELETE /app/installations/{installation_id} ends an installation: its tokens are dead for good, and "
            + "no lookup finds it (R134)")
    void deletes() {
        fixture.restoreAfterwards();
        TestClient made = apps.with(apps.token("{}").is(201));
        made.get("/installation/repositories").is(200);
        apps.pilot().delete(QUAY).is(204);
        assertEquals(
                "Bad credentials",
                made.get("/installation/repositories").is(401).message());
        fixture.as(PILOT_IN_QUAY).get("/organizations").is(401);
        apps.pilot().get(QUAY).is(404);
        apps.pilot().delete(QUAY).is(404);
        apps.pilot().get("/orgs/quay/installation").is(404);
        apps.pilot().get("/repos/quay/crane/installation").is(404);
        apps.pilot().get("/users/quay/installation").is(404);
        assertEquals(List.of(602, 603, 604), ids(apps.pilot().get(INSTALLATIONS).json()));
        assertEquals(
                3, apps.pilot().get("/app").json().path("installations_count").asInt());
        assertEquals(
                1,
                fixture.as(ANNA)
                        .get("/orgs/quay/installations")
                        .is(200)
                        .json()
                        .path("total_count")
                        .asInt());
        fixture.as(ANNA_THROUGH_PILOT).get("/orgs/quay/installations").is(403);
    }

    @Test
    @DisplayName("PUT and DELETE /app/installations/{installation_id}/suspended keep the app out and let it in again; "
            + "both may be repeated (R143, R144)")
    void suspends() {
        fixture.restoreAfterwards();
        TestClient made = apps.with(apps.token("{}").is(201));
        apps.pilot().put(QUAY + "/suspended").is(204);
        JsonNode suspended = apps.pilot().get(QUAY).is(200).json();
        assertEquals("anna", suspended.path("suspended_by").path("login").asText());
        assertEquals(
                suspended.path("updated_at").asText(),
                suspended.path("suspended_at").asText().replace("Z", ".000Z"));
        assertEquals(SUSPENDED, apps.token("{}").is(403).message());
        assertEquals(SUSPENDED, made.get("/installation/repositories").is(403).message());
        assertEquals(
                SUSPENDED,
                fixture.as(PILOT_IN_QUAY).get("/organizations").is(403).message());
        fixture.as(ANNA_THROUGH_PILOT).get("/orgs/quay/installations").is(403);
        fixture.clock("+PT1H");
        apps.pilot().put(QUAY + "/suspended").is(204);
        assertEquals(suspended, apps.pilot().get(QUAY).json());
        fixture.clock("+PT0S");
        apps.pilot().delete(QUAY + "/suspended").is(204);
        apps.pilot().delete(QUAY + "/suspended").is(204);
        assertTrue(apps.pilot().get(QUAY).json().path("suspended_at").isNull());
        assertTrue(apps.pilot().get(QUAY).json().path("suspended_by").isNull());
        made.get("/installation/repositories").is(200);
        apps.token("{}").is(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/orgs/quay/installation",
                "/users/quay/installation",
                "/repos/quay/Winch/installation",
                "/repositories/702/installation",
                "/app/installations",
                "/orgs/quay/installations",
                "/organizations/9303/installations"
            })
    @DisplayName("GET /app/installations, /orgs/{org}/installations and /orgs/{org}/installation, as wherever it is "
            + "shown, say since when and by whom it is suspended (R143)")
    void showsSuspensions(String path) {
        fixture.restoreAfterwards();
        apps.pilot().put(QUAY + "/suspended").is(204);
        JsonNode suspended = apps.pilot().get(QUAY).is(200).json();
        JsonNode shown = (path.endsWith("s") && path.startsWith("/org") ? fixture.as(ANNA) : apps.pilot())
                .get(path)
                .is(200)
                .json();
        JsonNode found = shown.has("installations")
                ? named(shown.path("installations"), "id", "601")
                : shown.isArray() ? named(shown, "id", "601") : shown;
        assertEquals(suspended.path("suspended_at"), found.path("suspended_at"));
        assertEquals(suspended.path("suspended_by"), found.path("suspended_by"));
        assertEquals("anna", found.at("/suspended_by/login").asText());
    }

    @Test
    @DisplayName("DELETE /app/installations/{installation_id}/suspended ends an app's own suspension, and not that by "
            + "the account's owner: 404 (decisions)")
    void doesNotOverruleOwners() {
        fixture.restoreAfterwards();
        apps.pilot().delete(INSTALLATIONS + "/603/suspended").is(404);
        apps.pilot().put(INSTALLATIONS + "/603/suspended").is(204);
        apps.pilot().delete(INSTALLATIONS + "/603/suspended").is(404);
        assertEquals("cleo", installation(603).at("/suspended_by/login").asText());
        assertEquals(
                SUSPENDED, fixture.as(PILOT_IN_CLEO).get("/users/cleo").is(403).message());
        apps.pilot().delete(INSTALLATIONS + "/604/suspended").is(204);
        assertTrue(installation(604).path("suspended_at").isNull());
    }

    @Test
    @DisplayName("PUT /app/installations/{installation_id}/suspended moves an installation to the end of those that "
            + "changed: GET /app/installations with since (R130)")
    void movesWhatChanges() {
        fixture.restoreAfterwards();
        String since = installation(604).path("updated_at").asText();
        apps.pilot().put(QUAY + "/suspended").is(204);
        assertEquals(List.of(601), listed("?since=" + since));
    }

    @Test
    @DisplayName("GET /orgs/{org}/installations counts and lists every app in the organization, for its owners (R55, "
            + "R56)")
    void listsOfOrganization() {
        JsonNode all = fixture.as(ANNA).get("/orgs/QUAY/installations").is(200).json();
        assertEquals("2 [601, 611]", all.path("total_count") + " " + ids(all.path("installations")));
        HttpAnswer second = fixture.as(ANNA)
                .get("/orgs/quay/installations?per_page=1&page=2")
                .is(200);
        assertEquals(
                "2 [611]",
                second.json().path("total_count") + " " + ids(second.json().path("installations")));
        assertEquals(List.of("prev", "first"), List.copyOf(second.links().keySet()));
        for (FixtureIdentity who : List.of(PILOT_IN_QUAY, ANNA_THROUGH_PILOT, ANNA_READ_ORG)) {
            assertEquals(
                    2,
                    fixture.as(who)
                            .get("/orgs/quay/installations")
                            .is(200)
                            .json()
                            .path("total_count")
                            .asInt());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ANONYMOUS, 401",
        "CLEO, 403",
        "OUTSIDER, 403",
        "CLEO_THROUGH_PILOT, 403",
        "ANNA_WITHOUT_SCOPES, 404",
        "ANNA_REPO, 404",
        "ANNA_USER, 404",
        "HARBOR_WRITES, 403",
        "PILOT_IN_CLEO, 403",
        "ANNA_THROUGH_PILOT_NARROWED, 403",
        "UNKNOWN, 401"
    })
    @DisplayName("GET /orgs/{org}/installations is refused to everybody else (R56)")
    void refusesOthers(FixtureIdentity who, int status) {
        fixture.as(who).get("/orgs/quay/installations").is(status);
    }

    @ParameterizedTest
    @CsvSource({
        "/orgs/quay/installation, 601",
        "/orgs/QUAY/installation, 601",
        "/users/quay/installation, 601",
        "/users/Anna/installation, 602",
        "/users/cleo/installation, 603",
        "/repos/quay/crane/installation, 601",
        "/repos/QUAY/CRANE/installation, 601",
        "/repos/anna/garden/installation, 602",
        "/repositories/701/installation, 601",
        "/repositories/704/installation, 602"
    })
    @DisplayName("GET /orgs/{org}/installation, /users/{username}/installation and /repos/{owner}/{repo}/installation "
            + "find the app's own, in any case (R154, R155, R157, R158)")
    void finds(String path, int id) {
        assertEquals(id, found(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/orgs/harbor/installation",
                "/orgs/anna/installation",
                "/orgs/nobody/installation",
                "/users/bert/installation",
                "/users/nobody/installation",
                "/repos/anna/attic/installation",
                "/repos/anna/loft/installation",
                "/repos/anna/nothing/installation",
                "/repos/harbor/vessel/installation",
                "/repos/nobody/nothing/installation",
                "/repositories/705/installation",
                "/repositories/1/installation"
            })
    @DisplayName("GET /orgs/{org}/installation, /users/{username}/installation and /repos/{owner}/{repo}/installation "
            + "are 404 where the app or its selection does not reach (R154, R157)")
    void findsNothing(String path) {
        assertEquals("Not Found", apps.pilot().get(path).is(404).message());
    }

    @ParameterizedTest
    @CsvSource({"/repos/quay/windlass/installation, 702, 601", "/repos/Quay/Allotment/installation, 704, 602"})
    @DisplayName("GET /repos/{owner}/{repo}/installation of a renamed or transferred repository is 301 to GET "
            + "/repositories/{repository_id}/installation, which is served (R156)")
    void redirects(String path, int repository, int id) {
        HttpAnswer moved = apps.pilot().get(path).is(301);
        assertEquals("Moved Permanently", moved.message());
        assertEquals(
                fixture.target().root() + "/repositories/" + repository + "/installation", moved.header("Location"));
        assertEquals(moved.header("Location"), moved.member("url"));
        assertEquals(id, found(moved.header("Location")));
    }

    @Test
    @DisplayName("GET /app/installations names what it answers, and says nothing twice (R39)")
    void isNamed() {
        HttpAnswer first = apps.pilot().get(INSTALLATIONS).is(200);
        HttpAnswer again = apps.pilot()
                .with("If-None-Match", first.header("ETag"))
                .get(INSTALLATIONS)
                .is(304);
        assertEquals("public, max-age=60, s-maxage=60", first.header("Cache-Control"));
        assertNull(again.header("Content-Type"));
        assertNotEquals(first.header("ETag"), apps.pilot().get(QUAY).header("ETag"));
    }

    /** Returns the ids of the installations of pilot on one page. */
    private List<Integer> listed(String query) {
        return ids(apps.pilot().get(INSTALLATIONS + query).is(200).json());
    }

    private JsonNode installation(int id) {
        return apps.pilot().get(INSTALLATIONS + "/" + id).is(200).json();
    }

    private int found(String path) {
        return apps.pilot().get(path).is(200).json().path("id").asInt();
    }
}
