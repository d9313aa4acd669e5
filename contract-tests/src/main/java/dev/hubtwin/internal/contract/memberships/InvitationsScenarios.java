package dev.hubtwin.internal.contract.memberships;

import static dev.hubtwin.internal.contract.scenario.PeopleSteps.MEMBERS;
import static dev.hubtwin.internal.contract.scenario.PeopleSteps.MEMBERSHIPS;
import static dev.hubtwin.internal.contract.scenario.PeopleSteps.OWN;
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

/** The life of an invitation (R77, R78, R86, R95, decisions). */
@FixtureScenarios
abstract class InvitationsScenarios {

    private final Fixture fixture;
    private final PeopleSteps people;

    InvitationsScenarios(Fixture fixture) {
        this.fixture = fixture;
        this.people = new PeopleSteps(fixture);
    }

    @ParameterizedTest
    @CsvSource({"ANNA, member", "BERT, admin", "ANNA_WRITES_HARBOR, member", "HARBOR_WRITES, admin"})
    @DisplayName("PUT /orgs/{org}/memberships/{username} of somebody who is not a member invites: pending, in no "
            + "list (R77)")
    void invites(FixtureIdentity who, String role) {
        fixture.restoreAfterwards();
        HttpAnswer answer = people.assign(who, "Hank", role).is(200);
        assertEquals("pending " + role, answer.member("state") + " " + answer.member("role"));
        assertEquals("pending " + role, people.membership("hank"));
        assertEquals(List.of("anna", "bert", "cleo", "dirk"), people.members());
        fixture.as(FixtureIdentity.ANNA).get(MEMBERS + "/hank").is(404);
        fixture.as(FixtureIdentity.HANK).get(MEMBERS).is(302);
        fixture.as(FixtureIdentity.HANK).get("/repos/harbor/vessel").is(404);
        assertEquals(
                List.of(), fixture.as(FixtureIdentity.HANK).get("/user/orgs").logins());
        assertEquals("pending " + role, own(FixtureIdentity.HANK, "harbor"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hugo", "Hilda"})
    @DisplayName(
            "PUT /orgs/{org}/memberships/{username} of somebody who blocked the organization, or is flagged, is 422, "
                    + "and counts as no invitation (R77; reported)")
    void invitesNobodyWhoCannotBe(String login) {
        fixture.restoreAfterwards();
        JsonNode before = fixture.world();
        for (FixtureIdentity who : List.of(FixtureIdentity.ANNA, FixtureIdentity.HARBOR_WRITES)) {
            HttpAnswer refused = people.assign(who, login, "member").is(422);
            assertEquals("The request could not be processed.", refused.message());
            assertFalse(refused.json().has("errors"), refused::text);
        }
        assertEquals(before, fixture.world());
        fixture.as(FixtureIdentity.ANNA).put("/orgs/fleet/memberships/" + login).is(login.equals("hugo") ? 200 : 422);
    }

    @ParameterizedTest
    @CsvSource({"member", "admin"})
    @DisplayName(
            "PATCH /user/memberships/orgs/{org} accepts: active, in the role that was offered, concealed (R77, R95)")
    void accepts(String role) {
        fixture.restoreAfterwards();
        people.assign(FixtureIdentity.ANNA, "hank", role).is(200);
        HttpAnswer answer = people.accept(FixtureIdentity.HANK, "Harbor").is(200);
        assertEquals("active " + role, answer.member("state") + " " + answer.member("role"));
        assertEquals("active " + role, people.membership("hank"));
        assertEquals(List.of("anna", "bert", "cleo", "dirk", "hank"), people.members());
        assertEquals(List.of("anna", "cleo"), people.publicMembers());
        assertEquals(
                List.of("harbor"),
                fixture.as(FixtureIdentity.HANK).get("/user/orgs").logins());
        assertEquals(
                answer.json(),
                people.accept(FixtureIdentity.HANK, "harbor").is(200).json(),
                "accepting again changes nothing");
        people.assign(FixtureIdentity.HANK, "dirk", "admin").is(role.equals("admin") ? 200 : 403);
    }

    @Test
    @DisplayName("PATCH /orgs/{org}/memberships/{username} accepts too, where a membership's url leads (R95)")
    void acceptsAtItsAddress() {
        fixture.restoreAfterwards();
        String url =
                fixture.as(FixtureIdentity.EDDA).get(OWN + "/harbor").is(200).member("url");
        assertEquals(
                "active",
                fixture.as(FixtureIdentity.EDDA)
                        .patch(url, "{\"state\": \"active\"}")
                        .is(200)
                        .member("state"));
        assertEquals("active member", people.membership("edda"));
    }

    @ParameterizedTest
    @CsvSource({"ANNA, 403", "DIRK, 403", "HARBOR_WRITES, 403", "ANONYMOUS, 401", "OUTSIDER, 403"})
    @DisplayName("PATCH /orgs/{org}/memberships/{username} for another is refused, to owners too (R95)")
    void acceptsForNobodyElse(FixtureIdentity who, int status) {
        fixture.as(who).patch(MEMBERSHIPS + "/edda", "{\"state\": \"active\"}").is(status);
        assertEquals("pending member", people.membership("edda"));
    }

    @Test
    @DisplayName("PUT /orgs/{org}/memberships/{username} of an invited one changes the role that is offered (R78)")
    void changesTheOffer() {
        fixture.restoreAfterwards();
        assertEquals(
                "pending",
                people.assign(FixtureIdentity.BERT, "edda", "admin").is(200).member("state"));
        assertEquals("pending admin", people.membership("edda"));
        assertEquals(List.of("anna", "bert"), fixture.as(FixtureIdentity.ANNA).allLogins(MEMBERS + "?role=admin"));
        fixture.as(FixtureIdentity.BERT).put(MEMBERSHIPS + "/edda").is(200);
        assertEquals("pending member", people.membership("edda"));
        people.assign(FixtureIdentity.BERT, "edda", "admin").is(200);
        people.accept(FixtureIdentity.EDDA, "harbor").is(200);
        assertEquals("active admin", people.membership("edda"));
    }

    @ParameterizedTest
    @EnumSource(names = {"ANNA", "BERT", "HARBOR_WRITES", "EDDA"})
    @DisplayName("DELETE /orgs/{org}/memberships/{username} cancels an invitation; the invited may decline (R86)")
    void cancels(FixtureIdentity who) {
        fixture.restoreAfterwards();
        fixture.as(who).delete(MEMBERSHIPS + "/edda").is(204);
        assertEquals("404", people.membership("edda"));
        assertEquals("404", own(FixtureIdentity.EDDA, "harbor"));
        people.accept(FixtureIdentity.EDDA, "harbor").is(404);
        assertEquals(
                "pending",
                fixture.as(FixtureIdentity.ANNA)
                        .put(MEMBERSHIPS + "/edda")
                        .is(200)
                        .member("state"),
                "it can be made again");
        people.accept(FixtureIdentity.EDDA, "harbor").is(200);
    }

    @ParameterizedTest
    @CsvSource({"PT167H, true", "PT168H, false", "PT192H, false"})
    @DisplayName("PATCH /user/memberships/orgs/{org} accepts an invitation for seven days, and it is gone then "
            + "(decisions)")
    void expires(String age, boolean alive) {
        fixture.restoreAfterwards();
        fixture.clock(age);
        assertEquals(alive ? "pending member" : "404", people.membership("edda"));
        assertEquals(alive ? "pending member" : "404", own(FixtureIdentity.EDDA, "harbor"));
        assertEquals(
                alive ? 1 : 0,
                fixture.as(FixtureIdentity.EDDA)
                        .get(OWN + "?state=pending")
                        .is(200)
                        .json()
                        .size());
        people.accept(FixtureIdentity.EDDA, "harbor").is(alive ? 200 : 404);
        assertEquals(alive, people.members().contains("edda"));
    }

    @Test
    @DisplayName(
            "PUT /orgs/{org}/memberships/{username} invites for seven days, to the second; a changed role does not "
                    + "renew it (decisions)")
    void countsFromTheInvitation() {
        fixture.restoreAfterwards();
        fixture.clock("2030-01-01T00:00:00Z");
        fixture.as(FixtureIdentity.ANNA).put(MEMBERSHIPS + "/hank").is(200);
        fixture.clock("2030-01-06T00:00:00Z");
        people.assign(FixtureIdentity.ANNA, "hank", "admin").is(200);
        fixture.clock("2030-01-07T23:59:59Z");
        assertEquals("pending admin", people.membership("hank"));
        fixture.clock("2030-01-08T00:00:00Z");
        assertEquals("404", people.membership("hank"));
        assertEquals(
                "pending",
                fixture.as(FixtureIdentity.ANNA)
                        .put(MEMBERSHIPS + "/hank")
                        .is(200)
                        .member("state"));
        fixture.clock("2030-01-09T00:00:00Z");
        assertEquals("pending member", people.membership("hank"), "it is another one");
    }

    @Test
    @DisplayName("PATCH /user/memberships/orgs/{org} makes who accepted a member, still when seven days are over (R95; "
            + "decisions)")
    void acceptedOnesStay() {
        fixture.restoreAfterwards();
        people.accept(FixtureIdentity.EDDA, "harbor").is(200);
        fixture.clock("PT1000H");
        assertEquals("active member", people.membership("edda"));
    }

    @Test
    @DisplayName("PATCH /user/memberships/orgs/{org} without the second factor that is demanded is 403 (R41)")
    void demandsTheSecondFactor() {
        fixture.restoreAfterwards();
        people.accept(FixtureIdentity.IRIS, "vigil").is(403);
        fixture.as(FixtureIdentity.IRIS)
                .patch("/orgs/vigil/memberships/iris", "{\"state\": \"active\"}")
                .is(403);
        assertEquals("pending member", own(FixtureIdentity.IRIS, "vigil"));
        assertEquals(
                "active", people.accept(FixtureIdentity.JANE, "vigil").is(200).member("state"));
        assertEquals(
                List.of("anna", "jane"), fixture.as(FixtureIdentity.JANE).allLogins("/orgs/vigil/members?role=admin"));
        fixture.merge("{\"users\": [{\"login\": \"iris\", \"two_factor\": true}]}");
        people.accept(FixtureIdentity.IRIS, "vigil").is(200);
    }

    @Test
    @DisplayName("PATCH /user/memberships/orgs/{org} of an outside collaborator who is invited makes a member, listed "
            + "outside no more (R77, R96)")
    void takesInOutsiders() {
        fixture.restoreAfterwards();
        fixture.as(FixtureIdentity.ANNA).put(MEMBERSHIPS + "/finn").is(200);
        assertEquals(List.of("finn", "gina"), people.outside());
        people.accept(FixtureIdentity.FINN, "harbor").is(200);
        assertEquals(List.of("gina"), people.outside());
        assertTrue(people.members().contains("finn"));
        fixture.as(FixtureIdentity.FINN).get("/repos/harbor/vessel").is(200);
    }

    private String own(FixtureIdentity who, String organization) {
        HttpAnswer answer = fixture.as(who).get(OWN + "/" + organization);
        return answer.status() == 200
                ? answer.member("state") + " " + answer.member("role")
                : Integer.toString(answer.status());
    }
}
