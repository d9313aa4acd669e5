package dev.hubtwin.internal.contract.teams;

import static dev.hubtwin.internal.contract.teams.TeamSteps.DECK;
import static dev.hubtwin.internal.contract.teams.TeamSteps.TEAMS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.contract.config.FixtureIdentity;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.scenario.Fixture;
import dev.hubtwin.internal.contract.scenario.FixtureScenarios;
import dev.hubtwin.internal.contract.scenario.PeopleSteps;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How people come into teams, and out of them (decisions). */
@FixtureScenarios
abstract class TeamMembershipsScenarios {

    private static final String BY_ID = "/organizations/9301/team/71/memberships/";

    private final Fixture fixture;
    private final TeamSteps teams;
    private final PeopleSteps people;

    TeamMembershipsScenarios(Fixture fixture) {
        this.fixture = fixture;
        this.teams = new TeamSteps(fixture);
        this.people = new PeopleSteps(fixture);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ANNA", "BERT", "ANNA_WRITE_ORG", "ANNA_WRITES_HARBOR", "HARBOR_WRITES", "CLEO"})
    @DisplayName(
            "PUT /orgs/{org}/teams/{team_slug}/memberships/{username} adds a member of the organization, or changes the "
                    + "role; owners, installations and maintainers may (decisions)")
    void adds(FixtureIdentity who) {
        teams.extend();
        fixture.merge(
                "{\"organizations\": [{\"login\": \"harbor\", \"teams\": [{\"slug\": \"deck\", \"members\": [\"cleo\"]}]}]}");
        HttpAnswer added = fixture.as(who).put(DECK + "/memberships/Dirk").is(200);
        assertEquals("active member", added.member("state") + " " + added.member("role"));
        assertEquals(
                added.text(),
                fixture.as(FixtureIdentity.ANNA)
                        .get(added.member("url"))
                        .is(200)
                        .text());
        assertEquals(List.of("anna", "cleo", "dirk"), teams.members("deck", ""));
        assertEquals(
                "maintainer",
                teams.assign(who, "deck", "dirk", "maintainer").is(200).member("role"));
        assertEquals("active maintainer", teams.membership("deck", "dirk"));
        assertEquals(
                "member", teams.assign(who, "deck", "dirk", "member").is(200).member("role"));
        assertEquals("active member", teams.membership("deck", "dirk"));
        assertEquals(
                "maintainer",
                teams.assign(who, "deck", "bert", "member").is(200).member("role"),
                "owners of the organization maintain each team they are in");
    }

    @Test
    @DisplayName(
            "PUT /orgs/{org}/teams/{team_slug}/memberships/{username} of who is not a member invites into both; the "
                    + "teams wait for the acceptance (R77, R95)")
    void invites() {
        teams.extend();
        HttpAnswer invited =
                teams.assign(FixtureIdentity.ANNA, "deck", "hank", "maintainer").is(200);
        assertEquals("pending maintainer", invited.member("state") + " " + invited.member("role"));
        assertEquals("pending member", people.membership("hank"));
        assertEquals("pending maintainer", teams.membership("deck", "hank"));
        teams.assign(FixtureIdentity.HARBOR_WRITES, "brig", "hank", "member").is(200);
        teams.assign(FixtureIdentity.ANNA, "bridge", "hank", "member").is(200);
        fixture.as(FixtureIdentity.ANNA)
                .delete(TEAMS + "/bridge/memberships/hank")
                .is(204);
        assertEquals("404", teams.membership("bridge", "hank"));
        assertEquals(List.of("anna", "cleo", "dirk"), teams.members("deck", ""));
        assertEquals(List.of("deck", "brig"), teams.slugs(FixtureIdentity.ANNA, "/orgs/harbor/invitations/208/teams"));
        people.accept(FixtureIdentity.HANK, "harbor").is(200);
        assertEquals("active maintainer", teams.membership("deck", "hank"));
        assertEquals("active member", teams.membership("brig", "hank"));
        assertEquals(List.of("deck", "brig"), teams.slugs(FixtureIdentity.HANK, "/user/teams"));
    }

    @Test
    @DisplayName(
            "PUT /orgs/{org}/teams/{team_slug}/memberships/{username} is 422 for an organization and for who cannot be "
                    + "invited, 404 for an unknown user (R77; decisions)")
    void refusesWhoCannotBe() {
        JsonNode before = fixture.world();
        for (String path : List.of(DECK + "/memberships/", BY_ID)) {
            HttpAnswer refused =
                    fixture.as(FixtureIdentity.ANNA).put(path + "fleet").is(422);
            assertEquals("Cannot add an organization as a member.", refused.message());
            assertFalse(refused.json().has("errors"));
            fixture.as(FixtureIdentity.ANNA).put(path + "hugo").is(422);
            fixture.as(FixtureIdentity.ANNA).put(path + "hilda").is(422);
            fixture.as(FixtureIdentity.ANNA).put(path + "nobody").is(404);
            fixture.as(FixtureIdentity.ANNA)
                    .put(path + "dirk", "{\"role\": \"admin\"}")
                    .is(422);
            fixture.as(FixtureIdentity.ANNA).delete(path + "hank").is(404);
            fixture.as(FixtureIdentity.ANNA).delete(path + "bert").is(404);
            fixture.as(FixtureIdentity.ANNA).delete(path + "nobody").is(404);
        }
        fixture.as(FixtureIdentity.ANNA).put(TEAMS + "/nobody/memberships/dirk").is(404);
        assertEquals(before, fixture.world());
    }

    @Test
    @DisplayName(
            "DELETE /orgs/{org}/teams/{team_slug}/memberships/{username} takes out of the team and of no other thing; "
                    + "who is in a team below stays listed (decisions)")
    void removes() {
        teams.extend();
        teams.assign(FixtureIdentity.ANNA, "rigging", "dirk", "member").is(200);
        fixture.as(FixtureIdentity.ANNA).delete(DECK + "/memberships/dirk").is(204);
        assertEquals("active member", teams.membership("deck", "dirk"));
        fixture.as(FixtureIdentity.ANNA).delete(DECK + "/memberships/dirk").is(404);
        fixture.as(FixtureIdentity.HARBOR_WRITES)
                .delete(TEAMS + "/rigging/memberships/dirk")
                .is(204);
        assertEquals("404", teams.membership("deck", "dirk"));
        assertEquals("active member", people.membership("dirk"));
        assertEquals(List.of("galley"), teams.slugs(FixtureIdentity.DIRK, "/user/teams"));
    }

    @Test
    @DisplayName(
            "PUT and DELETE /organizations/{organization_id}/team/{team_id}/memberships/{username} are the same by id "
                    + "(conventions, 9)")
    void changesById() {
        fixture.restoreAfterwards();
        HttpAnswer added = fixture.as(FixtureIdentity.ANNA).put(BY_ID + "bert").is(200);
        assertEquals("active maintainer", added.member("state") + " " + added.member("role"));
        assertEquals(
                added.text(),
                fixture.as(FixtureIdentity.ANNA).get(BY_ID + "bert").is(200).text());
        fixture.as(FixtureIdentity.ANNA).delete(BY_ID + "bert").is(204);
        assertEquals("404", teams.membership("deck", "bert"));
        assertEquals(
                "pending member",
                fixture.as(FixtureIdentity.ANNA)
                                .put(BY_ID + "hank", "{\"role\": \"maintainer\"}")
                                .is(200)
                                .member("state")
                        + " member");
    }

    @ParameterizedTest
    @CsvSource({
        "ANONYMOUS, 401",
        "HANK, 404",
        "EDDA, 404",
        "OUTSIDER, 404",
        "DIRK, 403",
        "ANNA_WITHOUT_SCOPES, 404",
        "ANNA_READ_ORG, 404",
        "ANNA_USER, 403",
        "ANNA_REPO, 403",
        "ANNA_READS_HARBOR, 403",
        "HARBOR_READS, 403",
        "REVOKED, 401"
    })
    @DisplayName(
            "PUT and DELETE /orgs/{org}/teams/{team_slug}/memberships/{username} are refused to others (decisions)")
    void areForMaintainers(FixtureIdentity who, int status) {
        for (String path : List.of(DECK + "/memberships/", BY_ID)) {
            fixture.as(who).put(path + "dirk", "{\"role\": \"maintainer\"}").is(status);
            fixture.as(who).put(path + "bert").is(status);
            fixture.as(who).delete(path + "dirk").is(status);
        }
        assertEquals("active member", teams.membership("deck", "dirk"));
        assertEquals("404", teams.membership("deck", "bert"));
    }

    @Test
    @DisplayName(
            "PUT /orgs/{org}/teams/{team_slug}/memberships/{username} lets a maintainer add members, and not invite; a "
                    + "plain member gets 403, and 404 where the team is secret (decisions)")
    void distinguishesMaintainers() {
        teams.extend();
        teams.assign(FixtureIdentity.CLEO, "deck", "bert", "member").is(200);
        teams.assign(FixtureIdentity.CLEO, "deck", "hank", "member").is(403);
        teams.assign(FixtureIdentity.CLEO, "deck", "edda", "member").is(403);
        fixture.as(FixtureIdentity.CLEO).delete(DECK + "/memberships/bert").is(204);
        teams.assign(FixtureIdentity.CLEO, "bridge", "cleo", "member").is(403);
        teams.assign(FixtureIdentity.CLEO, "brig", "cleo", "member").is(404);
        assertEquals(
                "You must be an owner of the organization or a maintainer of the team.",
                teams.assign(FixtureIdentity.DIRK, "deck", "bert", "member")
                        .is(403)
                        .message());
        assertEquals("404", people.membership("hank"));
        assertEquals("404", teams.membership("deck", "edda"));
    }
}
