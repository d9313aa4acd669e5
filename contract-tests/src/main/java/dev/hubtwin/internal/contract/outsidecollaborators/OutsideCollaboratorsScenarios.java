package dev.hubtwin.internal.contract.outsidecollaborators;

import static dev.hubtwin.internal.contract.scenario.PeopleSteps.MEMBERS;
import static dev.hubtwin.internal.contract.scenario.PeopleSteps.MEMBERSHIPS;
import static dev.hubtwin.internal.contract.scenario.PeopleSteps.OUTSIDE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.hubtwin.internal.contract.config.FixtureIdentity;
import dev.hubtwin.internal.contract.scenario.Fixture;
import dev.hubtwin.internal.contract.scenario.FixtureScenarios;
import dev.hubtwin.internal.contract.scenario.PeopleSteps;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Who reaches repositories of an organization without being a member (R96, R97, R102, R103). */
@FixtureScenarios
abstract class OutsideCollaboratorsScenarios {

    private final Fixture fixture;
    private final PeopleSteps people;

    OutsideCollaboratorsScenarios(Fixture fixture) {
        this.fixture = fixture;
        this.people = new PeopleSteps(fixture);
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "ANNA",
                "CLEO",
                "DIRK",
                "ANNA_READ_ORG",
                "ANNA_WRITE_ORG",
                "ANNA_REPO",
                "ANNA_READS_HARBOR",
                "HARBOR_READS"
            })
    @DisplayName("GET /orgs/{org}/outside_collaborators lists collaborators to members, and never a member (R96)")
    void listsThem(FixtureIdentity who) {
        assertEquals(
                List.of("finn", "gina"),
                fixture.as(who)
                        .get("/orgs/Harbor/outside_collaborators")
                        .is(200)
                        .logins());
    }

    @ParameterizedTest
    @CsvSource({
        "'', finn gina",
        "?filter=all, finn gina",
        "?filter=2fa_disabled, finn",
        "?filter=nonsense, finn gina",
        "?filter=, finn gina"
    })
    @DisplayName("GET /orgs/{org}/outside_collaborators filters by second factor; another filter counts as none (R97)")
    void filters(String query, String expected) {
        assertEquals(
                expected,
                String.join(
                        " ",
                        fixture.as(FixtureIdentity.ANNA)
                                .get(OUTSIDE + query)
                                .is(200)
                                .logins()));
    }

    @ParameterizedTest
    @CsvSource({
        "ANONYMOUS, 401",
        "OUTSIDER, 403",
        "FINN, 403",
        "EDDA, 403",
        "ANNA_WITHOUT_SCOPES, 403",
        "ANNA_USER, 403",
        "ANNA_NOTHING_OF_HARBOR, 403",
        "HARBOR_BLIND, 403",
        "INSTALLATION_ELSEWHERE, 403"
    })
    @DisplayName("GET /orgs/{org}/outside_collaborators is refused for those who are not members (R96)")
    void isForMembers(FixtureIdentity who, int status) {
        fixture.as(who).get(OUTSIDE).is(status);
    }

    @Test
    @DisplayName("GET /orgs/{org}/outside_collaborators, PUT and DELETE "
            + "/orgs/{org}/outside_collaborators/{username} of an organization that does not exist are 404 "
            + "(decisions)")
    void knowsNoSuchOrganization() {
        fixture.as(FixtureIdentity.ANNA)
                .get("/orgs/nobody/outside_collaborators")
                .is(404);
        fixture.as(FixtureIdentity.ANNA)
                .delete("/orgs/nobody/outside_collaborators/finn")
                .is(404);
        fixture.as(FixtureIdentity.ANNA)
                .put("/orgs/nobody/outside_collaborators/dirk")
                .is(404);
    }

    @ParameterizedTest
    @EnumSource(names = {"ANNA", "BERT", "ANNA_WRITES_HARBOR", "HARBOR_WRITES"})
    @DisplayName(
            "DELETE /orgs/{org}/outside_collaborators/{username} takes all repositories of the organization (R102)")
    void removes(FixtureIdentity who) {
        fixture.restoreAfterwards();
        fixture.as(FixtureIdentity.FINN).get("/repos/harbor/vessel").is(200);
        fixture.as(FixtureIdentity.FINN).get("/repos/harbor/hold").is(200);
        fixture.as(who).delete(OUTSIDE + "/Finn").is(204);
        assertEquals(List.of("gina"), people.outside());
        assertEquals(List.of(), fixture.as(FixtureIdentity.ANNA).allLogins(OUTSIDE + "?filter=2fa_disabled"));
        fixture.as(FixtureIdentity.FINN).get("/repos/harbor/vessel").is(404);
        fixture.as(FixtureIdentity.FINN).get("/repos/harbor/hold").is(404);
        assertFalse(fixture.world().path("repositories").toString().contains("finn"));
        fixture.as(who).delete(OUTSIDE + "/finn").is(204);
    }

    @Test
    @DisplayName("DELETE /orgs/{org}/outside_collaborators/{username} forgets those who reach nothing as well (R102)")
    void removesThoseWhoReachNothing() {
        fixture.restoreAfterwards();
        fixture.as(FixtureIdentity.ANNA)
                .delete("/orgs/quay/outside_collaborators/crew-001")
                .is(204);
        assertEquals(
                104,
                fixture.as(FixtureIdentity.ANNA)
                        .allLogins("/orgs/quay/outside_collaborators?per_page=100")
                        .size());
    }

    @ParameterizedTest
    @CsvSource({"dana", "hank"})
    @DisplayName(
            "DELETE /orgs/{org}/outside_collaborators/{username} of somebody who is not one is 204 " + "(decisions)")
    void removesNobody(String login) {
        fixture.as(FixtureIdentity.ANNA).delete(OUTSIDE + "/" + login).is(204);
        assertEquals(List.of("finn", "gina"), people.outside());
    }

    @Test
    @DisplayName("DELETE /orgs/{org}/outside_collaborators/{username} leaves an invitation as it is (R86, R102)")
    void leavesInvitations() {
        fixture.restoreAfterwards();
        fixture.as(FixtureIdentity.ANNA).put(MEMBERSHIPS + "/finn").is(200);
        fixture.as(FixtureIdentity.ANNA).delete(OUTSIDE + "/finn").is(204);
        assertEquals("pending member", people.membership("finn"));
        assertEquals(List.of("gina"), people.outside());
    }

    @ParameterizedTest
    @CsvSource({"anna", "DIRK", "cleo"})
    @DisplayName("DELETE /orgs/{org}/outside_collaborators/{username} of a member is 422, and says so (R103)")
    void keepsMembers(String login) {
        assertEquals(
                "You cannot specify an organization member to remove as an outside collaborator.",
                fixture.as(FixtureIdentity.ANNA)
                        .delete(OUTSIDE + "/" + login)
                        .is(422)
                        .message());
        fixture.as(FixtureIdentity.ANNA).get(MEMBERS + "/" + login).is(204);
        fixture.as(FixtureIdentity.DIRK).get("/repos/harbor/hold").is(200);
    }

    @ParameterizedTest
    @CsvSource({
        "ANONYMOUS, 401",
        "CLEO, 403",
        "FINN, 403",
        "OUTSIDER, 403",
        "EDDA, 403",
        "ANNA_READS_HARBOR, 403",
        "HARBOR_READS, 403",
        "ANNA_WITHOUT_SCOPES, 404",
        "ANNA_READ_ORG, 404",
        "ANNA_REPO, 404",
        "ANNA_USER, 404"
    })
    @DisplayName("PUT and DELETE /orgs/{org}/outside_collaborators/{username} are refused to all but owners with"
            + " admin:org (R98, R102)")
    void refusesOthers(FixtureIdentity who, int status) {
        fixture.as(who).delete(OUTSIDE + "/finn").is(status);
        fixture.as(who).put(OUTSIDE + "/dirk").is(status);
        assertEquals(List.of("finn", "gina"), people.outside());
        assertEquals("active member", people.membership("dirk"));
    }
}
