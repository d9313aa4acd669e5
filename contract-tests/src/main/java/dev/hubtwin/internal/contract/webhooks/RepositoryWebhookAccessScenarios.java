package dev.hubtwin.internal.contract.webhooks;

import static dev.hubtwin.internal.contract.webhooks.WebhookSteps.BELL;
import static dev.hubtwin.internal.contract.webhooks.WebhookSteps.OF_BELL;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hubtwin.internal.contract.config.FixtureIdentity;
import dev.hubtwin.internal.contract.scenario.AppSteps;
import dev.hubtwin.internal.contract.scenario.Fixture;
import dev.hubtwin.internal.contract.scenario.FixtureScenarios;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who manages webhooks of a repository: its administrators, with a token that may. */
@FixtureScenarios
abstract class RepositoryWebhookAccessScenarios {

    private static final String NEW = "{\"config\": {\"url\": \"http://127.0.0.1:9/new\"}}";
    private static final String OF_CHAIN = "/repos/buoy/chain/hooks";

    private final Fixture fixture;

    RepositoryWebhookAccessScenarios(Fixture fixture) {
        this.fixture = fixture;
    }

    @BeforeEach
    void begin() {
        fixture.restoreAfterwards();
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "WADE",
                "WADE_ADMIN_ORG",
                "WADE_READ_REPO_HOOK",
                "WADE_WRITES_HOOKS",
                "WADE_READS_HOOKS",
                "WADE_THROUGH_APP",
                "BUOY",
                "DASHBOARDS"
            })
    @DisplayName(
            "GET /repos/{owner}/{repo}/hooks lists all webhooks to an administrator, whoever made them (decisions)")
    void listsAll(FixtureIdentity who) {
        assertEquals(
                List.of(31, 32),
                AppSteps.ids(fixture.as(who).get(OF_BELL).is(200).json()));
        fixture.as(who).get(OF_BELL + "/32").is(200);
    }

    @ParameterizedTest
    @CsvSource({
        "ANONYMOUS, 404, 404",
        "MONA, 404, 404",
        "OUTSIDER, 404, 404",
        "WADE_PUBLIC_REPO, 404, 200",
        "REPORTS, 404, 404",
        "WADE_NOTHING_OF_BUOY, 403, 403",
        "HARBOR_WRITES, 404, 403",
        "ANNA_WRITES_HARBOR, 404, 403"
    })
    @DisplayName(
            "Every operation on webhooks of a repository is 404 to who does not administer it or has no scope, and "
                    + "403 to a token without repository_hooks, unless the repository is out of its sight (decisions)")
    void isForAdministrators(FixtureIdentity who, int ofPrivate, int ofPublic) {
        fixture.as(who).get(OF_BELL).is(ofPrivate);
        fixture.as(who).get("/repositories/751/hooks").is(ofPrivate);
        fixture.as(who).post(OF_BELL, NEW).is(ofPrivate);
        fixture.as(who).get(BELL).is(ofPrivate);
        fixture.as(who).patch(BELL, "{\"active\": false}").is(ofPrivate);
        fixture.as(who).post(BELL, "{\"active\": false}").is(ofPrivate);
        fixture.as(who).post(BELL + "/pings", "").is(ofPrivate);
        fixture.as(who).post(BELL + "/tests", "").is(ofPrivate);
        fixture.as(who).get(BELL + "/config").is(ofPrivate);
        fixture.as(who).patch(BELL + "/config", "{}").is(ofPrivate);
        fixture.as(who).get(BELL + "/deliveries").is(ofPrivate);
        fixture.as(who).delete(BELL).is(ofPrivate);
        fixture.as(who).get(OF_CHAIN).is(ofPublic);
        fixture.as(who).delete(OF_CHAIN + "/33").is(ofPublic == 200 ? 204 : ofPublic);
    }

    @Test
    @DisplayName("DELETE /repos/{owner}/{repo}/hooks/{hook_id} takes more than write:repo_hook, POST "
            + "/repos/{owner}/{repo}/hooks more than read:repo_hook (decisions)")
    void knowsScopes() {
        fixture.as(FixtureIdentity.WADE_READ_REPO_HOOK).get(BELL).is(200);
        fixture.as(FixtureIdentity.WADE_READ_REPO_HOOK).post(OF_BELL, NEW).is(404);
        fixture.as(FixtureIdentity.WADE_READ_REPO_HOOK)
                .post(BELL + "/pings", "")
                .is(404);
        fixture.as(FixtureIdentity.WADE_WRITE_REPO_HOOK).post(OF_BELL, NEW).is(201);
        fixture.as(FixtureIdentity.WADE_WRITE_REPO_HOOK)
                .post(BELL + "/pings", "")
                .is(204);
        assertEquals(
                "admin:repo_hook, public_repo, repo",
                fixture.as(FixtureIdentity.WADE_WRITE_REPO_HOOK)
                        .delete(BELL)
                        .is(404)
                        .header("X-Accepted-OAuth-Scopes"));
        fixture.as(FixtureIdentity.WADE).delete(BELL).is(204);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/repos/buoy/nothing/hooks",
                "/repos/nobody/bell/hooks",
                "/repositories/999999999/hooks",
                "/repos/buoy/bell/hooks/33",
                "/repos/buoy/bell/hooks/11",
                "/repos/buoy/chain/hooks/31",
                "/repos/buoy/bell/hooks/x",
                "/orgs/buoy/hooks/31"
            })
    @DisplayName("GET /repos/{owner}/{repo}/hooks of no repository, and a webhook of another owner, are 404 (R120)")
    void knowsNoSuchThing(String path) {
        fixture.as(FixtureIdentity.WADE).get(path).is(404);
    }

    @Test
    @DisplayName("GET /repos/{owner}/{repo}/hooks/{hook_id} finds a repository by its former name as well, and answers "
            + "with its present one (decisions)")
    void knowsFormerNames() {
        fixture.merge("{\"repositories\": [{\"owner\": \"buoy\", \"name\": \"bell\", \"former_names\": [\"gong\"]}]}");
        assertEquals(
                fixture.target().root() + BELL,
                fixture.as(FixtureIdentity.WADE)
                        .get("/repos/buoy/gong/hooks/31")
                        .is(200)
                        .member("url"));
    }
}
