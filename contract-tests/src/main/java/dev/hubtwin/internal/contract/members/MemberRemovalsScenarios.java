package dev.hubtwin.internal.contract.members;

import static dev.hubtwin.internal.contract.scenario.Fixture.named;
import static dev.hubtwin.internal.contract.scenario.PeopleSteps.MEMBERS;
import static dev.hubtwin.internal.contract.scenario.PeopleSteps.MEMBERSHIPS;
import static dev.hubtwin.internal.contract.scenario.PeopleSteps.OWN;
import static dev.hubtwin.internal.contract.scenario.PeopleSteps.PUBLIC_MEMBERS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a membership ends, and what goes with it (R72, R73, R84 to R86). */
@FixtureScenarios
abstract class MemberRemovalsScenarios {

    private static final List<String> EVERYBODY = List.of("anna", "bert", "cleo", "dirk");

    private final Fixture fixture;
    private final PeopleSteps people;

    MemberRemovalsScenarios(Fixture fixture) {
        this.fixture = fixture;
        this.people = new PeopleSteps(fixture);
    }

    @ParameterizedTest
    @ValueSource(strings = {MEMBERS, MEMBERSHIPS})
    @DisplayName("DELETE /orgs/{org}/members/{username} and /orgs/{org}/memberships/{username} take the user out of "
            + "every list, check and lookup (R72, R85)")
    void removes(String path) {
        fixture.restoreAfterwards();
        fixture.as(FixtureIdentity.DIRK).put(PUBLIC_MEMBERS + "/dirk").is(204);
        fixture.as(FixtureIdentity.BERT).delete(path + "/Dirk").is(204);
        assertEquals(List.of("anna", "bert", "cleo"), people.members());
        assertEquals(List.of("bert"), fixture.as(FixtureIdentity.ANNA).allLogins(MEMBERS + "?filter=2fa_disabled"));
        assertEquals(List.of("anna", "cleo"), people.publicMembers());
        fixture.as(FixtureIdentity.ANNA).get(MEMBERS + "/dirk").is(404);
        assertEquals("404", people.membership("dirk"));
        fixture.as(FixtureIdentity.DIRK).get(OWN + "/harbor").is(404);
        assertEquals(0, fixture.as(FixtureIdentity.DIRK).get(OWN).is(200).json().size());
        fixture.as(FixtureIdentity.DIRK).get(MEMBERS).is(302);
    }

    @ParameterizedTest
    @ValueSource(strings = {MEMBERS, MEMBERSHIPS})
    @DisplayName("DELETE /orgs/{org}/members/{username} and /orgs/{org}/memberships/{username} take teams and "
            + "repositories too, direct grants as well (R72)")
    void takesEverything(String path) {
        fixture.restoreAfterwards();
        fixture.as(FixtureIdentity.DIRK).get("/repos/harbor/vessel").is(200);
        fixture.as(FixtureIdentity.DIRK).get("/repos/harbor/hold").is(200);
        fixture.as(FixtureIdentity.ANNA).delete(path + "/dirk").is(204);
        fixture.as(FixtureIdentity.DIRK).get("/repos/harbor/vessel").is(404);
        fixture.as(FixtureIdentity.DIRK).get("/repos/harbor/hold").is(404);
        assertEquals(List.of("finn", "gina"), people.outside());
        assertEquals(
                "[\"cleo\"]",
                named(fixture.organization("harbor").path("teams"), "slug", "deck")
                        .path("members")
                        .toString());
        JsonNode hold = named(fixture.world().path("repositories"), "name", "hold");
        assertFalse(hold.path("collaborators").toString().contains("dirk"), hold::toString);
        fixture.as(FixtureIdentity.CLEO).get("/repos/harbor/vessel").is(200);
    }

    @Test
    @DisplayName(
            "DELETE /orgs/{org}/members/{username} of a campaign's manager leaves a world that can be exported and "
                    + "loaded again (R72)")
    void leavesNoDanglingNames() {
        fixture.restoreAfterwards();
        fixture.as(FixtureIdentity.ANNA).delete(MEMBERS + "/dirk").is(204);
        JsonNode exported = fixture.world();
        fixture.replace(exported);
        assertEquals(exported, fixture.world());
    }

    @Test
    @DisplayName(
            "DELETE /orgs/{org}/members/{username} of an owner by another owner is done, and takes all rights with "
                    + "it (R72, R84)")
    void removesOwners() {
        fixture.restoreAfterwards();
        fixture.as(FixtureIdentity.BERT).delete(MEMBERS + "/anna").is(204);
        assertEquals(
                List.of("bert", "cleo", "dirk"),
                fixture.as(FixtureIdentity.BERT).allLogins(MEMBERS));
        assertEquals(List.of("bert"), fixture.as(FixtureIdentity.BERT).allLogins(MEMBERS + "?role=admin"));
        fixture.as(FixtureIdentity.ANNA).get(MEMBERS).is(302);
        fixture.as(FixtureIdentity.ANNA).put(MEMBERSHIPS + "/dirk").is(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {MEMBERS, MEMBERSHIPS})
    @DisplayName(
            "DELETE /orgs/{org}/members/{username} and /orgs/{org}/memberships/{username} of oneself are for plain "
                    + "members, and for an owner while there is another (decisions)")
    void leaves(String path) {
        fixture.restoreAfterwards();
        fixture.as(FixtureIdentity.DIRK).delete(path + "/dirk").is(204);
        fixture.as(FixtureIdentity.BERT).delete(path + "/bert").is(204);
        assertEquals(List.of("anna", "cleo"), people.members());
    }

    @ParameterizedTest
    @EnumSource(names = {"ANNA_WRITES_HARBOR", "HARBOR_WRITES"})
    @DisplayName("DELETE /orgs/{org}/members/{username} and /orgs/{org}/memberships/{username} take members: write of "
            + "tokens with permissions (R73)")
    void takesThePermission(FixtureIdentity who) {
        fixture.restoreAfterwards();
        fixture.as(who).delete(MEMBERS + "/dirk").is(204);
        fixture.as(who).delete(MEMBERSHIPS + "/cleo").is(204);
        assertEquals(List.of("anna", "bert"), people.members());
    }

    @ParameterizedTest
    @CsvSource({
        "ANONYMOUS, 401",
        "CLEO, 403",
        "DIRK, 403",
        "EDDA, 403",
        "FINN, 403",
        "OUTSIDER, 403",
        "ANNA_READS_HARBOR, 403",
        "HARBOR_READS, 403",
        "HARBOR_BLIND, 403",
        "INSTALLATION_ELSEWHERE, 403",
        "ANNA_WITHOUT_SCOPES, 404",
        "ANNA_READ_ORG, 404",
        "ANNA_WRITE_ORG, 404",
        "ANNA_USER, 404"
    })
    @DisplayName("DELETE /orgs/{org}/members/{username} and /orgs/{org}/memberships/{username} are refused to all but "
            + "owners with admin:org, and change nothing (R73, R84)")
    void refusesOthers(FixtureIdentity who, int status) {
        for (String path : List.of(MEMBERS, MEMBERSHIPS)) {
            HttpAnswer answer = fixture.as(who).delete(path + "/bert").is(status);
            assertTrue(status != 404 || answer.message().equals("Not Found"), answer::text);
        }
        assertEquals(EVERYBODY, people.members());
    }

    @Test
    @DisplayName(
            "DELETE /orgs/{org}/memberships/{username} with a scope that is accepted and not enough is 403, DELETE "
                    + "/orgs/{org}/members/{username}, which accepts no such scope, 404 (R73, R84; reported)")
    void tellsScopesApart() {
        fixture.as(FixtureIdentity.ANNA_REPO).delete(MEMBERSHIPS + "/bert").is(403);
        fixture.as(FixtureIdentity.ANNA_REPO).delete(MEMBERS + "/bert").is(404);
        fixture.as(FixtureIdentity.ANNA_REPO)
                .delete("/orgs/nobody/memberships/bert")
                .is(404);
        assertEquals(EVERYBODY, people.members());
    }

    @ParameterizedTest
    @ValueSource(strings = {"edda", "finn", "dana", "nobody", "harbor"})
    @DisplayName("DELETE /orgs/{org}/members/{username} of somebody who is not a member is 404, and an invitation "
            + "stays (decisions)")
    void knowsNoSuchMember(String login) {
        fixture.as(FixtureIdentity.ANNA).delete(MEMBERS + "/" + login).is(404);
        assertEquals("pending member", people.membership("edda"));
        assertEquals(List.of("finn", "gina"), people.outside());
    }

    @Test
    @DisplayName("DELETE /orgs/{org}/members/{username} and /orgs/{org}/memberships/{username} a second time, or where "
            + "no organization is, are 404 (R85, R86; decisions)")
    void isDoneOnce() {
        fixture.restoreAfterwards();
        for (String path : List.of(MEMBERS + "/dirk", MEMBERSHIPS + "/cleo", MEMBERSHIPS + "/edda")) {
            fixture.as(FixtureIdentity.ANNA).delete(path).is(204);
            fixture.as(FixtureIdentity.ANNA).delete(path).is(404);
        }
        fixture.as(FixtureIdentity.ANNA).delete("/orgs/nobody/members/anna").is(404);
        fixture.as(FixtureIdentity.ANNA).delete("/orgs/nobody/memberships/anna").is(404);
        assertEquals(List.of("anna", "bert"), people.members());
    }
}
