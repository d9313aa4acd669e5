package dev.hubtwin.internal.contract.teams;

import static dev.hubtwin.internal.contract.teams.TeamSteps.DECK;
import static dev.hubtwin.internal.contract.teams.TeamSteps.TEAMS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.contract.config.FixtureIdentity;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.scenario.Fixture;
import dev.hubtwin.internal.contract.scenario.FixtureScenarios;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Teams, and who sees them (decisions). */
@FixtureScenarios
abstract class TeamsScenarios {

    private final Fixture fixture;
    private final TeamSteps teams;

    TeamsScenarios(Fixture fixture) {
        this.fixture = fixture;
        this.teams = new TeamSteps(fixture);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ANNA | deck bridge brig galley rigging",
                "ANNA_READS_HARBOR | deck bridge brig galley rigging",
                "HARBOR_READS | deck bridge brig galley rigging",
                "BERT | deck bridge brig galley rigging",
                "DIRK | deck bridge galley rigging",
                "CLEO | deck bridge rigging"
            })
    @DisplayName(
            "GET /orgs/{org}/teams lists all teams to owners and installations, and to members all but the secret ones "
                    + "of others (decisions)")
    void lists(FixtureIdentity who, String expected) {
        teams.extend();
        assertEquals(List.of(expected.split(" ")), teams.slugs(who, TEAMS));
        for (String slug : List.of("deck", "brig", "galley")) {
            int status = expected.contains(slug) ? 200 : 404;
            fixture.as(who).get(TEAMS + "/" + slug).is(status);
            fixture.as(who).get(TEAMS + "/" + slug + "/members").is(status);
            fixture.as(who)
                    .get(TEAMS + "/" + slug + "/memberships/" + (slug.equals("brig") ? "bert" : "dirk"))
                    .is(status);
        }
        List<String> paged = fixture.as(who).pages(TEAMS + "?per_page=2").stream()
                .flatMap(page -> page.json().valueStream())
                .map(team -> team.path("slug").asText())
                .toList();
        assertEquals(List.of(expected.split(" ")), paged);
    }

    @ParameterizedTest
    @CsvSource({
        "ANONYMOUS, 401, 401",
        "HANK, 403, 404",
        "EDDA, 403, 404",
        "FINN, 403, 404",
        "OUTSIDER, 403, 404",
        "ANNA_WITHOUT_SCOPES, 403, 404",
        "ANNA_USER, 403, 404",
        "ANNA_REPO, 403, 404",
        "ANNA_NOTHING_OF_HARBOR, 403, 403",
        "HARBOR_BLIND, 403, 403",
        "INSTALLATION_ELSEWHERE, 403, 403",
        "REVOKED, 401, 401"
    })
    @DisplayName("GET /orgs/{org}/teams is 403 to a stranger; GET /orgs/{org}/teams/{team_slug}, GET "
            + "/orgs/{org}/teams/{team_slug}/members and GET /orgs/{org}/teams/{team_slug}/memberships/{username} are 404 "
            + "(decisions)")
    void areForMembers(FixtureIdentity who, int list, int one) {
        fixture.as(who).get(TEAMS).is(list);
        for (String path : List.of(DECK, DECK + "/members", DECK + "/memberships/dirk")) {
            fixture.as(who).get(path).is(one);
        }
    }

    @ParameterizedTest
    @CsvSource({"ANNA_READ_ORG", "ANNA_WRITE_ORG"})
    @DisplayName("GET /orgs/{org}/teams takes read:org, or what includes it (decisions)")
    void takesScopes(FixtureIdentity who) {
        assertEquals(List.of("deck", "bridge"), teams.slugs(who, TEAMS));
    }

    @Test
    @DisplayName(
            "GET /orgs/{org}/teams/{team_slug} counts members, those of the teams below among them, and repositories "
                    + "(decisions)")
    void counts() {
        teams.extend();
        HttpAnswer deck =
                fixture.as(FixtureIdentity.CLEO).get("/orgs/Harbor/teams/DECK").is(200);
        assertEquals(
                "deck 3 1",
                deck.member("slug") + " " + deck.member("members_count") + " " + deck.member("repos_count"));
        assertEquals("harbor", deck.json().at("/organization/login").asText());
        assertEquals("closed pull", deck.member("privacy") + " " + deck.member("permission"));
        assertEquals("2020-01-01T00:00:00Z", deck.member("created_at"));
        assertFalse(deck.json().path("organization").has("plan"));
        JsonNode rigging =
                fixture.as(FixtureIdentity.CLEO).get(TEAMS + "/rigging").is(200).json();
        assertEquals("deck", rigging.at("/parent/slug").asText());
        assertEquals(
                "1 0",
                rigging.path("members_count").asText() + " "
                        + rigging.path("repos_count").asText());
        fixture.as(FixtureIdentity.ANNA).get(TEAMS + "/nobody").is(404);
        fixture.as(FixtureIdentity.ANNA).get("/orgs/fleet/teams/deck").is(404);
        fixture.as(FixtureIdentity.ANNA).get("/organizations/9302/team/71").is(404);
        assertEquals(
                deck.text(),
                fixture.as(FixtureIdentity.CLEO)
                        .get("/organizations/9301/team/71")
                        .is(200)
                        .text());
    }

    @Test
    @DisplayName(
            "GET /orgs/{org}/teams/{team_slug}/members lists members of the teams below too; role tells maintainers, "
                    + "owners among them, from others (decisions)")
    void listsMembers() {
        teams.extend();
        assertEquals(List.of("anna", "cleo", "dirk"), teams.members("deck", ""));
        assertEquals(List.of("anna", "cleo", "dirk"), teams.members("deck", "?role=all"));
        assertEquals(List.of("anna", "cleo", "dirk"), teams.members("deck", "?role=captain"));
        assertEquals(List.of("anna", "cleo"), teams.members("deck", "?role=maintainer"));
        assertEquals(List.of("dirk"), teams.members("deck", "?role=member"));
        assertEquals(List.of("anna"), teams.members("rigging", ""));
        assertEquals("active maintainer", teams.membership("deck", "anna"));
        assertEquals("active maintainer", teams.membership("deck", "cleo"));
        assertEquals("active member", teams.membership("deck", "dirk"));
        assertEquals("404", teams.membership("rigging", "dirk"));
        assertEquals("404", teams.membership("deck", "hank"));
        assertEquals("404", teams.membership("deck", "nobody"));
    }

    @Test
    @DisplayName("PUT and DELETE /orgs/{org}/memberships/{username} show in the teams at once (R72, R78)")
    void followTheOrganization() {
        teams.extend();
        fixture.as(FixtureIdentity.ANNA)
                .put("/orgs/harbor/memberships/dirk", "{\"role\": \"admin\"}")
                .is(200);
        assertEquals(List.of("anna", "cleo", "dirk"), teams.members("deck", "?role=maintainer"));
        fixture.as(FixtureIdentity.ANNA).put("/orgs/harbor/memberships/dirk").is(200);
        assertEquals(List.of("dirk"), teams.members("deck", "?role=member"));
        fixture.as(FixtureIdentity.ANNA).delete("/orgs/harbor/memberships/dirk").is(204);
        assertEquals(List.of("anna", "cleo"), teams.members("deck", ""));
        assertEquals(List.of(), teams.members("galley", ""));
        fixture.merge("{\"users\": [{\"id\": 203, \"login\": \"cleo\", \"two_factor\": false}]}");
        assertEquals(List.of("anna", "cleo"), teams.members("deck", "?role=maintainer"));
    }

    @Test
    @DisplayName(
            "GET /user/teams lists the caller's own teams, in organizations that the token reaches (R57; decisions)")
    void listsOwn() {
        teams.extend();
        assertEquals(List.of("deck", "galley"), teams.slugs(FixtureIdentity.DIRK, "/user/teams"));
        assertEquals(List.of("rigging"), teams.slugs(FixtureIdentity.ANNA, "/user/teams"));
        assertEquals(List.of("rigging"), teams.slugs(FixtureIdentity.ANNA_USER, "/user/teams"));
        assertEquals(List.of("rigging"), teams.slugs(FixtureIdentity.ANNA_READS_HARBOR, "/user/teams"));
        assertEquals(List.of(), teams.slugs(FixtureIdentity.ANNA_THROUGH_PILOT, "/user/teams"));
        assertEquals(List.of(), teams.slugs(FixtureIdentity.HANK, "/user/teams"));
        JsonNode team =
                fixture.as(FixtureIdentity.ANNA).get("/user/teams").json().get(0);
        assertEquals("harbor", team.at("/organization/login").asText());
        assertTrue(team.has("members_count"));
        fixture.as(FixtureIdentity.ANONYMOUS).get("/user/teams").is(401);
        fixture.as(FixtureIdentity.ANNA_WITHOUT_SCOPES).get("/user/teams").is(403);
        fixture.as(FixtureIdentity.HARBOR_READS).get("/user/teams").is(403);
    }
}
