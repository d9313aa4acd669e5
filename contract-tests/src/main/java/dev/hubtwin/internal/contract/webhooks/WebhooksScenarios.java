package dev.hubtwin.internal.contract.webhooks;

import static dev.hubtwin.internal.contract.webhooks.WebhookSteps.HOOKS;
import static dev.hubtwin.internal.contract.webhooks.WebhookSteps.OURS;
import static dev.hubtwin.internal.contract.webhooks.WebhookSteps.THEIRS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.contract.config.FixtureIdentity;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.scenario.Fixture;
import dev.hubtwin.internal.contract.scenario.FixtureScenarios;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who sees which webhooks, and what of them (R104 to R107, R112, R120 to R122). */
@FixtureScenarios
abstract class WebhooksScenarios {

    private final Fixture fixture;
    private final WebhookSteps hooks;

    WebhooksScenarios(Fixture fixture) {
        this.fixture = fixture;
        this.hooks = new WebhookSteps(fixture);
    }

    @ParameterizedTest
    @CsvSource({
        "WADE, 11",
        "WADE_WRITES_HOOKS, 11",
        "WADE_READS_HOOKS, 11",
        "WADE_THROUGH_APP, 11",
        "BUOY, 11",
        "DASHBOARDS, 12"
    })
    @DisplayName("GET /orgs/{org}/hooks lists to an OAuth app what it made, and to everybody else what no OAuth app "
            + "made (R106, R107)")
    void listsTheirOwn(FixtureIdentity who, long id) {
        assertEquals(List.of(id), hooks.seen(who));
        fixture.as(who).get("/orgs/BUOY/hooks/" + id).is(200);
    }

    @Test
    @DisplayName("GET /orgs/{org}/hooks lists in the order of the ids (decisions)")
    void listsById() {
        List<Integer> ids = new ArrayList<>();
        fixture.as(FixtureIdentity.WADE)
                .get("/orgs/jetty/hooks")
                .is(200)
                .json()
                .forEach(hook -> ids.add(hook.path("id").asInt()));
        assertEquals(IntStream.range(100, 120).boxed().toList(), ids);
    }

    @Test
    @DisplayName("GET /orgs/{org}/hooks is empty to an OAuth app that made none (R106)")
    void listsNothing() {
        assertEquals(List.of(), hooks.seen(FixtureIdentity.REPORTS));
    }

    @ParameterizedTest
    @CsvSource({
        "WADE, 12",
        "WADE_THROUGH_APP, 12",
        "BUOY, 12",
        "WADE_WRITES_HOOKS, 12",
        "DASHBOARDS, 11",
        "REPORTS, 11",
        "REPORTS, 12",
        "WADE, 13",
        "WADE, 9999999999",
        "WADE, 100"
    })
    @DisplayName("Every operation on a webhook is 404 for one of another maker, of another organization or of none "
            + "(R106, R107, R120)")
    void hidesOthers(FixtureIdentity who, long id) {
        String path = HOOKS + "/" + id;
        assertEquals("Not Found", fixture.as(who).get(path).is(404).message());
        fixture.as(who).patch(path, "{\"active\": false}").is(404);
        fixture.as(who).post(path + "/pings", "").is(404);
        fixture.as(who).delete(path).is(404);
    }

    @ParameterizedTest
    @EnumSource(
            names = {"ANONYMOUS", "WADE_ADMIN_ORG", "MONA", "OUTSIDER", "ANNA", "OWNER_READS_ACME", "HARBOR_WRITES"})
    @DisplayName("Every operation on webhooks is 404 for a caller who is not an owner, or has a token without "
            + "admin:org_hook (R104, R105)")
    void isForOwners(FixtureIdentity who) {
        fixture.as(who).get(HOOKS).is(404);
        fixture.as(who).get(OURS).is(404);
        hooks.make(who, "{\"url\": \"http://127.0.0.1:9/new\"}").is(404);
        fixture.as(who).patch(OURS, "{\"active\": false}").is(404);
        fixture.as(who).post(OURS + "/pings", "{}").is(404);
        fixture.as(who).delete(OURS).is(404);
    }

    @Test
    @DisplayName(
            "POST /orgs/{org}/hooks, PATCH and DELETE /orgs/{org}/hooks/{hook_id} are 404 to a token that may only "
                    + "read webhooks (R105)")
    void readsOnly() {
        hooks.make(FixtureIdentity.WADE_READS_HOOKS, "{\"url\": \"http://127.0.0.1:9/new\"}")
                .is(404);
        fixture.as(FixtureIdentity.WADE_READS_HOOKS)
                .patch(OURS, "{\"active\": false}")
                .is(404);
        fixture.as(FixtureIdentity.WADE_READS_HOOKS).post(OURS + "/pings", "").is(404);
        fixture.as(FixtureIdentity.WADE_READS_HOOKS).delete(OURS).is(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/orgs/nobody/hooks", "/orgs/wade/hooks", "/orgs/buoy/hooks/x", "/orgs/buoy/hooks/1.5"})
    @DisplayName("GET /orgs/{org}/hooks of an organization that does not exist, GET /orgs/{org}/hooks/{hook_id} "
            + "of an unknown number are 404 (R120; decisions)")
    void knowsNoSuchThing(String path) {
        fixture.as(FixtureIdentity.WADE).get(path).is(404);
    }

    @Test
    @DisplayName("GET /orgs/{org}/hooks with a token that is not good is 401 (conventions, 2)")
    void refusesBadTokens() {
        fixture.as(FixtureIdentity.REVOKED).get(HOOKS).is(401);
    }

    @Test
    @DisplayName(
            "GET /orgs/{org}/hooks/{hook_id} shows every member, and a mask in the place of the secret (R112, R120)")
    void masksSecrets() {
        HttpAnswer answer = fixture.as(FixtureIdentity.WADE).get(OURS).is(200);
        JsonNode hook = answer.json();
        assertFalse(answer.text().contains("buoy-secret"));
        assertEquals("********", hook.at("/config/secret").asText());
        assertEquals(
                "http://127.0.0.1:9/ours json 0",
                hook.at("/config/url").asText() + " "
                        + hook.at("/config/content_type").asText() + " "
                        + hook.at("/config/insecure_ssl").textValue());
        assertEquals(
                "web Organization true",
                hook.path("name").asText() + " " + hook.path("type").asText() + " " + hook.path("active"));
        assertEquals("[\"push\",\"team\"]", hook.path("events").toString());
        assertEquals(fixture.target().root() + OURS, hook.path("url").asText());
        assertEquals(
                fixture.target().root() + OURS + "/pings", hook.path("ping_url").asText());
        assertEquals(
                "2020-02-03T04:05:06Z 2020-02-03T04:05:06Z",
                hook.path("created_at").asText() + " " + hook.path("updated_at").asText());
        assertFalse(fixture.as(FixtureIdentity.DASHBOARDS)
                .get(THEIRS)
                .is(200)
                .json()
                .path("config")
                .has("secret"));
    }

    @Test
    @DisplayName("GET /orgs/{org}/hooks/{hook_id} says deliveries_url on github.com and not on an enterprise server of "
            + "2.22 (R116, R120)")
    void knowsItsDialect() {
        Set<String> members = new TreeSet<>(Set.of(
                "id", "url", "ping_url", "name", "events", "active", "config", "updated_at", "created_at", "type"));
        if (!fixture.target().enterprise()) {
            members.add("deliveries_url");
        }
        assertEquals(members, fixture.as(FixtureIdentity.WADE).get(OURS).members());
    }

    @Test
    @DisplayName("GET /orgs/{org}/hooks has pages (R38; conventions, 4)")
    void hasPages() {
        HttpAnswer first = fixture.as(FixtureIdentity.WADE)
                .get("/orgs/jetty/hooks?per_page=15")
                .is(200);
        HttpAnswer second =
                fixture.as(FixtureIdentity.WADE).get(first.links().get("next")).is(200);
        assertEquals("15 5", first.json().size() + " " + second.json().size());
        assertNull(second.links().get("next"));
    }
}
