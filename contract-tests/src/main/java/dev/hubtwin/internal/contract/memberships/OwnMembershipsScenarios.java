package dev.hubtwin.internal.contract.memberships;

import static dev.hubtwin.internal.contract.scenario.PeopleSteps.MEMBERSHIPS;
import static dev.hubtwin.internal.contract.scenario.PeopleSteps.OWN;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hubtwin.internal.contract.config.FixtureIdentity;
import dev.hubtwin.internal.contract.http.HttpAnswer;
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
import org.junit.jupiter.params.provider.ValueSource;

/** Memberships in the eyes of the user who has them (R39, R93 to R95). */
@FixtureScenarios
abstract class OwnMembershipsScenarios {

    private final Fixture fixture;
    private final PeopleSteps people;

    OwnMembershipsScenarios(Fixture fixture) {
        this.fixture = fixture;
        this.people = new PeopleSteps(fixture);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ANNA | ''             | harbor active, fleet active, quay active, vigil active",
                "ANNA | ?state=active  | harbor active, fleet active, quay active, vigil active",
                "ANNA | ?state=pending | ''",
                "JANE | ''             | vigil pending",
                "JANE | ?state=pending | vigil pending",
                "JANE | ?state=active  | ''",
                "HANK | ''             | ''"
            })
    @DisplayName("GET /user/memberships/orgs lists active and pending memberships, or those of one state (R93)")
    void lists(FixtureIdentity who, String query, String expected) {
        assertEquals(
                expected,
                String.join(", ", memberships(fixture.as(who).get(OWN + query).is(200))));
    }

    @Test
    @DisplayName("GET /user/memberships/orgs lists active and pending ones together (R93)")
    void listsBoth() {
        fixture.restoreAfterwards();
        fixture.as(FixtureIdentity.ANNA).put("/orgs/quay/memberships/dirk").is(200);
        assertEquals(
                List.of("harbor active", "quay pending"),
                memberships(fixture.as(FixtureIdentity.DIRK).get(OWN).is(200)));
        assertEquals(
                List.of("quay pending"),
                memberships(fixture.as(FixtureIdentity.DIRK)
                        .get(OWN + "?state=pending")
                        .is(200)));
        assertEquals(
                List.of("harbor active"),
                memberships(fixture.as(FixtureIdentity.DIRK)
                        .get(OWN + "?state=active")
                        .is(200)));
        people.accept(FixtureIdentity.DIRK, "quay").is(200);
        assertEquals(
                List.of(),
                memberships(fixture.as(FixtureIdentity.DIRK)
                        .get(OWN + "?state=pending")
                        .is(200)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"all", "Active", "", "removed"})
    @DisplayName("GET /user/memberships/orgs with an unknown state is 422 (R93)")
    void refusesOtherStates(String state) {
        fixture.as(FixtureIdentity.ANNA).get(OWN + "?state=" + state).is(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {OWN, OWN + "?state=active", OWN + "/harbor"})
    @DisplayName(
            "GET /user/memberships/orgs and /user/memberships/orgs/{org} that the caller has already are 304 (R39)")
    void knowsWhatTheCallerHas(String path) {
        fixture.restoreAfterwards();
        String tag = fixture.as(FixtureIdentity.DIRK).get(path).is(200).header("ETag");
        assertArrayEquals(
                new byte[0],
                fixture.as(FixtureIdentity.DIRK)
                        .with("If-None-Match", tag)
                        .get(path)
                        .is(304)
                        .body());
        people.assign(FixtureIdentity.ANNA, "dirk", "admin").is(200);
        fixture.as(FixtureIdentity.DIRK).with("If-None-Match", tag).get(path).is(200);
    }

    @ParameterizedTest
    @EnumSource(names = {"ANNA_READ_ORG", "ANNA_WRITE_ORG", "ANNA_REPO", "ANNA_USER"})
    @DisplayName("GET /user/memberships/orgs and /user/memberships/orgs/{org} take one of five scopes (R93, R94)")
    void takesScopes(FixtureIdentity who) {
        assertEquals(4, fixture.as(who).get(OWN).is(200).json().size());
        assertEquals("admin", fixture.as(who).get(OWN + "/harbor").is(200).member("role"));
    }

    @Test
    @DisplayName(
            "GET /user/memberships/orgs leaves out what the token does not reach, GET /user/memberships/orgs/{org} "
                    + "is 403 there (R57, R93)")
    void leavesOutWhatIsOutOfReach() {
        assertEquals(
                List.of("harbor active"),
                memberships(
                        fixture.as(FixtureIdentity.ANNA_READS_HARBOR).get(OWN).is(200)));
        fixture.as(FixtureIdentity.ANNA_READS_HARBOR).get(OWN + "/harbor").is(200);
        fixture.as(FixtureIdentity.ANNA_READS_HARBOR).get(OWN + "/quay").is(403);
    }

    @ParameterizedTest
    @CsvSource({"ANONYMOUS, 401", "EXPIRED, 401", "ANNA_WITHOUT_SCOPES, 403", "HARBOR_WRITES, 403", "HARBOR_READS, 403"
    })
    @DisplayName("GET /user/memberships/orgs, GET and PATCH /user/memberships/orgs/{org} without a credential are 401; "
            + "without a scope, and to installations, 403 (R94, R95)")
    void refusesOthers(FixtureIdentity who, int status) {
        fixture.as(who).get(OWN).is(status);
        fixture.as(who).get(OWN + "/harbor").is(status);
        fixture.as(who).patch(OWN + "/harbor", "{\"state\": \"active\"}").is(status);
    }

    @Test
    @DisplayName("PATCH /user/memberships/orgs/{org} takes a scope that writes, or members: write (R95)")
    void takesScopesThatWrite() {
        people.accept(FixtureIdentity.ANNA_READ_ORG, "harbor").is(403);
        people.accept(FixtureIdentity.ANNA_READS_HARBOR, "harbor").is(403);
        for (FixtureIdentity who : List.of(
                FixtureIdentity.ANNA_WRITE_ORG,
                FixtureIdentity.ANNA_USER,
                FixtureIdentity.ANNA_REPO,
                FixtureIdentity.ANNA_WRITES_HARBOR)) {
            assertEquals("active", people.accept(who, "harbor").is(200).member("state"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ANNA, harbor, active admin",
        "DIRK, HARBOR, active member",
        "EDDA, harbor, pending member",
        "JANE, vigil, pending admin"
    })
    @DisplayName("GET /user/memberships/orgs/{org} is one's own membership, pending or active (R94)")
    void getsOne(FixtureIdentity who, String organization, String expected) {
        HttpAnswer answer = fixture.as(who).get(OWN + "/" + organization).is(200);
        assertEquals(expected, answer.member("state") + " " + answer.member("role"));
        if (expected.startsWith("active")) {
            assertEquals(
                    answer.json(),
                    fixture.as(who).get(answer.member("url")).is(200).json());
        }
    }

    @ParameterizedTest
    @CsvSource({"HANK, harbor", "FINN, harbor", "ANNA, nobody", "ANNA, hank", "ANNA, acme"})
    @DisplayName("GET and PATCH /user/memberships/orgs/{org} without a membership are 404 (R94, R95)")
    void knowsNoSuchMembership(FixtureIdentity who, String organization) {
        assertEquals(
                "Not Found",
                fixture.as(who).get(OWN + "/" + organization).is(404).message());
        assertEquals("Not Found", people.accept(who, organization).is(404).message());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"state\": \"pending\"}",
                "{\"state\": null}",
                "{\"state\": \"Active\"}",
                "{\"state\": 1}",
                "{\"role\": \"admin\"}"
            })
    @DisplayName("PATCH /user/memberships/orgs/{org} with any other state than active is 422 (R95)")
    void takesActiveAlone(String body) {
        fixture.as(FixtureIdentity.EDDA).patch(OWN + "/harbor", body).is(422);
        fixture.as(FixtureIdentity.EDDA).patch(MEMBERSHIPS + "/edda", body).is(422);
        fixture.as(FixtureIdentity.ANNA).patch(OWN + "/harbor", body).is(422);
        assertEquals("pending member", people.membership("edda"));
    }

    @Test
    @DisplayName("PATCH /user/memberships/orgs/{org} of an active one changes nothing, not even for a role (R95)")
    void staysActive() {
        HttpAnswer before = fixture.as(FixtureIdentity.DIRK).get(OWN + "/harbor");
        HttpAnswer answer = fixture.as(FixtureIdentity.DIRK)
                .patch(OWN + "/harbor", "{\"state\": \"active\", \"role\": \"admin\"}")
                .is(200);
        assertEquals(before.json(), answer.json());
        assertEquals("active member", people.membership("dirk"));
    }

    private static List<String> memberships(HttpAnswer answer) {
        return StreamSupport.stream(answer.json().spliterator(), false)
                .map(each -> each.at("/organization/login").asText() + " "
                        + each.path("state").asText())
                .toList();
    }
}
