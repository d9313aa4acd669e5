package dev.hubtwin.internal.contract.outsidecollaborators;

import static dev.hubtwin.internal.contract.scenario.Fixture.named;
import static dev.hubtwin.internal.contract.scenario.PeopleSteps.MEMBERS;
import static dev.hubtwin.internal.contract.scenario.PeopleSteps.OUTSIDE;
import static dev.hubtwin.internal.contract.scenario.PeopleSteps.OWN;
import static dev.hubtwin.internal.contract.scenario.PeopleSteps.PUBLIC_MEMBERS;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.contract.config.FixtureIdentity;
import dev.hubtwin.internal.contract.scenario.Fixture;
import dev.hubtwin.internal.contract.scenario.FixtureScenarios;
import dev.hubtwin.internal.contract.scenario.PeopleSteps;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How a member becomes an outside collaborator (R98 to R101). */
@FixtureScenarios
abstract class ConversionsScenarios {

    private final Fixture fixture;
    private final PeopleSteps people;

    ConversionsScenarios(Fixture fixture) {
        this.fixture = fixture;
        this.people = new PeopleSteps(fixture);
    }

    @ParameterizedTest
    @EnumSource(names = {"ANNA", "BERT", "ANNA_WRITES_HARBOR", "HARBOR_WRITES"})
    @DisplayName(
            "PUT /orgs/{org}/outside_collaborators/{username} makes a member an outside collaborator: 204 " + "(R98)")
    void converts(FixtureIdentity who) {
        fixture.restoreAfterwards();
        fixture.as(FixtureIdentity.DIRK).put(PUBLIC_MEMBERS + "/dirk").is(204);
        assertArrayEquals(
                new byte[0], fixture.as(who).put(OUTSIDE + "/Dirk").is(204).body());
        assertEquals(List.of("dirk", "finn", "gina"), people.outside());
        assertEquals(
                List.of("dirk", "finn"), fixture.as(FixtureIdentity.ANNA).allLogins(OUTSIDE + "?filter=2fa_disabled"));
        assertEquals(List.of("anna", "bert", "cleo"), people.members());
        assertEquals(List.of("anna", "cleo"), people.publicMembers());
        assertEquals("404", people.membership("dirk"));
        fixture.as(FixtureIdentity.ANNA).get(MEMBERS + "/dirk").is(404);
        fixture.as(FixtureIdentity.DIRK).get(OWN + "/harbor").is(404);
        fixture.as(FixtureIdentity.DIRK).get(MEMBERS).is(302);
    }

    @Test
    @DisplayName(
            "PUT /orgs/{org}/outside_collaborators/{username} leaves what teams gave, and takes what else there was"
                    + " (R99)")
    void leavesWhatTeamsGave() {
        fixture.restoreAfterwards();
        fixture.as(FixtureIdentity.ANNA).put(OUTSIDE + "/dirk").is(204);
        assertEquals(
                true,
                fixture.as(FixtureIdentity.DIRK)
                        .get("/repos/harbor/vessel")
                        .is(200)
                        .json()
                        .at("/permissions/push")
                        .asBoolean());
        fixture.as(FixtureIdentity.DIRK).get("/repos/harbor/hold").is(404);
        JsonNode vessel = named(fixture.world().path("repositories"), "name", "vessel");
        assertEquals(
                "push",
                named(vessel.path("collaborators"), "login", "dirk")
                        .path("permission")
                        .asText());
        assertEquals(
                "[\"cleo\"]",
                named(fixture.organization("harbor").path("teams"), "slug", "deck")
                        .path("members")
                        .toString());
    }

    @Test
    @DisplayName("PUT /orgs/{org}/outside_collaborators/{username} lists one whose teams gave nothing all the same"
            + " (decisions)")
    void listsThoseWhoReachNothing() {
        fixture.restoreAfterwards();
        fixture.as(FixtureIdentity.ANNA).put(OUTSIDE + "/bert").is(204);
        assertEquals(List.of("bert", "finn", "gina"), people.outside());
        fixture.as(FixtureIdentity.BERT).get("/repos/harbor/vessel").is(404);
        assertEquals(List.of("anna"), fixture.as(FixtureIdentity.ANNA).allLogins(MEMBERS + "?role=admin"));
        fixture.as(FixtureIdentity.ANNA).delete(OUTSIDE + "/bert").is(204);
        assertEquals(List.of("finn", "gina"), people.outside());
    }

    @Test
    @DisplayName("PUT /orgs/{org}/outside_collaborators/{username} of an owner by themself is done while there is "
            + "another (R101)")
    void convertsOneself() {
        fixture.restoreAfterwards();
        fixture.as(FixtureIdentity.ANNA).put(OUTSIDE + "/anna").is(204);
        assertEquals(
                List.of("anna", "finn", "gina"),
                fixture.as(FixtureIdentity.BERT).allLogins(OUTSIDE));
    }

    @ParameterizedTest
    @CsvSource({"dana, 403", "finn, 403", "edda, 403", "nobody, 404"})
    @DisplayName("PUT /orgs/{org}/outside_collaborators/{username} of somebody who is not a member is 403, of an "
            + "unknown login 404 (R101)")
    void takesMembers(String login, int status) {
        assertEquals(
                status == 403 ? login + " is not a member of the harbor organization." : "Not Found",
                fixture.as(FixtureIdentity.ANNA)
                        .put(OUTSIDE + "/" + login)
                        .is(status)
                        .message());
        assertEquals(List.of("finn", "gina"), people.outside());
        assertEquals("pending member", people.membership("edda"));
    }

    @Test
    @DisplayName("PUT /orgs/{org}/outside_collaborators/{username} is 202 while conversions take time; the user is a"
            + " member until then (R100)")
    void takesTime() {
        fixture.restoreAfterwards();
        fixture.merge("{\"settings\": {\"async_conversion\": \"PT1H\", \"clock\": \"2030-01-01T00:00:00Z\"}}");
        assertArrayEquals(
                new byte[0],
                fixture.as(FixtureIdentity.ANNA).put(OUTSIDE + "/dirk").is(202).body());
        fixture.clock("2030-01-01T00:30:00Z");
        fixture.as(FixtureIdentity.ANNA).put(OUTSIDE + "/dirk").is(202);
        fixture.clock("2030-01-01T00:59:59Z");
        assertEquals(List.of("anna", "bert", "cleo", "dirk"), people.members());
        assertEquals(List.of("finn", "gina"), people.outside());
        fixture.as(FixtureIdentity.DIRK).get("/repos/harbor/hold").is(200);
        fixture.clock("2030-01-01T01:00:00Z");
        assertEquals(List.of("anna", "bert", "cleo"), people.members());
        assertEquals(List.of("dirk", "finn", "gina"), people.outside());
        fixture.as(FixtureIdentity.DIRK).get("/repos/harbor/vessel").is(200);
        fixture.as(FixtureIdentity.DIRK).get("/repos/harbor/hold").is(404);
        fixture.as(FixtureIdentity.DIRK).get(OWN + "/harbor").is(404);
    }

    @Test
    @DisplayName("PUT /orgs/{org}/outside_collaborators/{username} under way does not leave an organization without an "
            + "owner (R100, R101)")
    void keepsAnOwner() {
        fixture.restoreAfterwards();
        fixture.merge("{\"settings\": {\"async_conversion\": \"PT1H\", \"clock\": \"2030-01-01T00:00:00Z\"}}");
        fixture.as(FixtureIdentity.ANNA).put(OUTSIDE + "/bert").is(202);
        fixture.as(FixtureIdentity.BERT).put(OUTSIDE + "/anna").is(202);
        fixture.clock("2030-01-01T01:00:00Z");
        long owners = StreamSupport.stream(
                        fixture.organization("harbor").path("members").spliterator(), false)
                .filter(member -> member.path("role").asText().equals("admin"))
                .count();
        assertEquals(1, owners);
    }

    @Test
    @DisplayName("PUT /orgs/{org}/outside_collaborators/{username} under way is exported, and goes on where the world "
            + "is loaded again (R100)")
    void outlivesAnExport() {
        fixture.restoreAfterwards();
        fixture.merge("{\"settings\": {\"async_conversion\": \"PT1H\", \"clock\": \"2030-01-01T00:00:00Z\"}}");
        fixture.as(FixtureIdentity.ANNA).put(OUTSIDE + "/dirk").is(202);
        fixture.replace(fixture.world());
        assertEquals("active member", people.membership("dirk"));
        fixture.clock("2030-01-01T01:00:00Z");
        assertEquals(List.of("dirk", "finn", "gina"), people.outside());
    }

    @Test
    @DisplayName("DELETE /orgs/{org}/members/{username} goes before a PUT /orgs/{org}/outside_collaborators/{username} "
            + "under way: the user is neither then (R72, R100)")
    void removalGoesBefore() {
        fixture.restoreAfterwards();
        fixture.merge("{\"settings\": {\"async_conversion\": \"PT1H\", \"clock\": \"2030-01-01T00:00:00Z\"}}");
        fixture.as(FixtureIdentity.ANNA).put(OUTSIDE + "/dirk").is(202);
        fixture.as(FixtureIdentity.ANNA).delete(MEMBERS + "/dirk").is(204);
        fixture.clock("2030-01-01T02:00:00Z");
        assertEquals(List.of("anna", "bert", "cleo"), people.members());
        assertEquals(List.of("finn", "gina"), people.outside());
        fixture.as(FixtureIdentity.DIRK).get("/repos/harbor/vessel").is(404);
    }
}
