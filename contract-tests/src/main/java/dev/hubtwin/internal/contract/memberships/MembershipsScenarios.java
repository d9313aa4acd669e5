package dev.hubtwin.internal.contract.memberships;

import static dev.hubtwin.internal.contract.scenario.PeopleSteps.MEMBERS;
import static dev.hubtwin.internal.contract.scenario.PeopleSteps.MEMBERSHIPS;
import static dev.hubtwin.internal.contract.scenario.PeopleSteps.OUTSIDE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.contract.config.FixtureIdentity;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.scenario.Fixture;
import dev.hubtwin.internal.contract.scenario.FixtureScenarios;
import dev.hubtwin.internal.contract.scenario.PeopleSteps;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What ties users to an organization, in the eyes of its members, and how owners change it (R74 to R78, R83). */
@FixtureScenarios
abstract class MembershipsScenarios {

    private final Fixture fixture;
    private final PeopleSteps people;

    MembershipsScenarios(Fixture fixture) {
        this.fixture = fixture;
        this.people = new PeopleSteps(fixture);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "anna | active admin",
                "bert | active admin",
                "cleo | active member",
                "DIRK | active member",
                "edda | pending member"
            })
    @DisplayName("GET /orgs/{org}/memberships/{username} tells state and role to members (R75)")
    void tellsStateAndRole(String login, String expected) {
        for (FixtureIdentity who : List.of(
                FixtureIdentity.ANNA,
                FixtureIdentity.CLEO,
                FixtureIdentity.ANNA_READ_ORG,
                FixtureIdentity.ANNA_READS_HARBOR,
                FixtureIdentity.HARBOR_READS)) {
            JsonNode membership =
                    fixture.as(who).get(MEMBERSHIPS + "/" + login).is(200).json();
            assertEquals(
                    expected,
                    membership.path("state").asText() + " "
                            + membership.path("role").asText());
        }
    }

    @Test
    @DisplayName("GET /orgs/{org}/memberships/{username} names user and organization, and its own address (R75)")
    void namesBoth() {
        JsonNode membership = fixture.as(FixtureIdentity.CLEO)
                .get("/orgs/HARBOR/memberships/Dirk")
                .is(200)
                .json();
        assertEquals(
                fixture.target().root() + "/orgs/harbor/memberships/dirk",
                membership.path("url").asText());
        assertEquals(
                fixture.target().root() + "/orgs/harbor",
                membership.path("organization_url").asText());
        assertEquals(
                "harbor 9301",
                membership.at("/organization/login").asText() + " "
                        + membership.at("/organization/id").asText());
        assertEquals(
                "dirk 204",
                membership.at("/user/login").asText() + " "
                        + membership.at("/user/id").asText());
        assertEquals(
                membership,
                fixture.as(FixtureIdentity.CLEO)
                        .get(membership.path("url").asText())
                        .is(200)
                        .json());
    }

    @ParameterizedTest
    @ValueSource(strings = {"finn", "dana", "nobody", "harbor"})
    @DisplayName("GET /orgs/{org}/memberships/{username} of somebody who has no membership is 404 (R75)")
    void knowsNoSuchMembership(String login) {
        assertEquals(
                "Not Found",
                fixture.as(FixtureIdentity.CLEO)
                        .get(MEMBERSHIPS + "/" + login)
                        .is(404)
                        .message());
        fixture.as(FixtureIdentity.CLEO)
                .get("/orgs/nobody/memberships/" + login)
                .is(404);
    }

    @ParameterizedTest
    @EnumSource(names = {"OUTSIDER", "EDDA", "FINN", "HANK"})
    @DisplayName("GET /orgs/{org}/memberships/{username} is 403 for those who are not members, and says why (R74)")
    void isForMembers(FixtureIdentity who) {
        for (String login : List.of("dirk", "edda", "finn")) {
            assertEquals(
                    "You must be a member of harbor to see membership information for " + login + ".",
                    fixture.as(who).get(MEMBERSHIPS + "/" + login).is(403).message());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ANONYMOUS, 401",
        "ANNA_WITHOUT_SCOPES, 403",
        "ANNA_NOTHING_OF_HARBOR, 403",
        "HARBOR_BLIND, 403",
        "INSTALLATION_ELSEWHERE, 403",
        "EXPIRED, 401"
    })
    @DisplayName("GET /orgs/{org}/memberships/{username} takes a scope or the permission members (R74)")
    void takesAScope(FixtureIdentity who, int status) {
        fixture.as(who).get(MEMBERSHIPS + "/dirk").is(status);
    }

    @ParameterizedTest
    @EnumSource(names = {"ANNA", "BERT", "ANNA_WRITES_HARBOR", "HARBOR_WRITES"})
    @DisplayName("PUT /orgs/{org}/memberships/{username} makes a member an owner, and back (R76, R78)")
    void changesRoles(FixtureIdentity who) {
        fixture.restoreAfterwards();
        assertEquals("active admin", stateAndRole(people.assign(who, "Dirk", "admin")));
        assertEquals("active admin", people.membership("dirk"));
        assertEquals(
                List.of("anna", "bert", "dirk"),
                fixture.as(FixtureIdentity.ANNA).allLogins(MEMBERS + "?role=admin"));
        assertEquals(List.of("cleo"), fixture.as(FixtureIdentity.ANNA).allLogins(MEMBERS + "?role=member"));
        assertEquals(
                List.of("bert", "dirk"),
                fixture.as(FixtureIdentity.DIRK).allLogins(MEMBERS + "?filter=2fa_disabled&role=admin"));
        assertEquals("active member", stateAndRole(people.assign(who, "dirk", "member")));
        assertEquals("active member", people.membership("dirk"));
        fixture.as(FixtureIdentity.DIRK).get(MEMBERS + "?filter=2fa_disabled").is(422);
        assertEquals(List.of("anna", "bert", "cleo", "dirk"), people.members());
    }

    @ParameterizedTest
    @CsvSource({
        "'', active member",
        "{}, active member",
        "null, active member",
        "{\"role\":null}, active member",
        "{\"role\":\"member\"}, active member",
        "{\"role\":\"admin\"}, active admin",
        "{\"unheard\":1}, active member"
    })
    @DisplayName("PUT /orgs/{org}/memberships/{username} without a role, or a body, or with null for it, means member "
            + "(R83; recorded)")
    void meansMember(String body, String expected) {
        fixture.restoreAfterwards();
        assertEquals(expected, stateAndRole(fixture.as(FixtureIdentity.ANNA).put(MEMBERSHIPS + "/bert", body)));
        assertEquals(expected, people.membership("bert"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"role\":\"owner\"}",
                "{\"role\":\"Admin\"}",
                "{\"role\":1}",
                "{\"role\":\"\"}",
                "{\"role\":[\"admin\"]}",
                "{\"role\":\"billing_manager\"}"
            })
    @DisplayName("PUT /orgs/{org}/memberships/{username} with an unknown role is 422, and changes nothing (R83)")
    void refusesOtherRoles(String body) {
        for (String login : List.of("dirk", "edda", "hank")) {
            String before = people.membership(login);
            fixture.as(FixtureIdentity.ANNA)
                    .put(MEMBERSHIPS + "/" + login, body)
                    .is(422);
            assertEquals(before, people.membership(login));
        }
    }

    @ParameterizedTest
    @CsvSource({"{, 400", "'[]', 400", "'\"admin\"', 400"})
    @DisplayName("PUT /orgs/{org}/memberships/{username} with a body that is not an object is 400 (conventions, 1)")
    void takesObjects(String body, int status) {
        fixture.as(FixtureIdentity.ANNA).put(MEMBERSHIPS + "/dirk", body).is(status);
        assertEquals("active member", people.membership("dirk"));
    }

    @Test
    @DisplayName(
            "PUT /orgs/{org}/memberships/{username} for an unknown user is 404, for an organization 422 (recorded)")
    void takesUsers() {
        assertEquals(
                "Not Found",
                fixture.as(FixtureIdentity.ANNA)
                        .put(MEMBERSHIPS + "/nobody")
                        .is(404)
                        .message());
        for (String organization : List.of("acme", "HARBOR")) {
            HttpAnswer refused = fixture.as(FixtureIdentity.ANNA)
                    .put(MEMBERSHIPS + "/" + organization)
                    .is(422);
            assertEquals("Members must be users, not organizations.", refused.message());
            assertFalse(refused.json().has("errors"), refused::text);
        }
        fixture.as(FixtureIdentity.ANNA).put("/orgs/nobody/memberships/hank").is(404);
        fixture.as(FixtureIdentity.ANNA_REPO)
                .put("/orgs/nobody/memberships/hank")
                .is(404);
        fixture.as(FixtureIdentity.ANNA).get(MEMBERSHIPS + "/acme").is(404);
    }

    @ParameterizedTest
    @CsvSource({
        "ANONYMOUS, 401",
        "CLEO, 403",
        "EDDA, 403",
        "FINN, 403",
        "OUTSIDER, 403",
        "ANNA_READS_HARBOR, 403",
        "ANNA_NOTHING_OF_HARBOR, 403",
        "HARBOR_READS, 403",
        "INSTALLATION_ELSEWHERE, 403",
        "ANNA_WITHOUT_SCOPES, 404",
        "ANNA_READ_ORG, 404",
        "ANNA_WRITE_ORG, 404",
        "ANNA_USER, 404",
        "ANNA_REPO, 403",
        "REVOKED, 401"
    })
    @DisplayName("PUT /orgs/{org}/memberships/{username} is refused to all but owners with admin:org; who has a scope "
            + "that is accepted and not enough is told what a member is (R76; recorded)")
    void refusesOthers(FixtureIdentity who, int status) {
        for (String login : List.of("dirk", "edda", "hank")) {
            people.assign(who, login, "admin").is(status);
        }
        assertEquals(
                List.of("active member", "pending member", "404"),
                Stream.of("dirk", "edda", "hank").map(people::membership).toList());
        if (who == FixtureIdentity.CLEO || who == FixtureIdentity.ANNA_REPO) {
            assertEquals(
                    "You must be an admin to add or update an organization membership.",
                    people.assign(who, "hank", "member").is(403).message());
        }
    }

    @Test
    @DisplayName("PUT /orgs/{org}/memberships/{username} counts at once: who is demoted may change nothing any more, "
            + "who is promoted may (R76)")
    void rolesCountAtOnce() {
        fixture.restoreAfterwards();
        people.assign(FixtureIdentity.ANNA, "bert", "member").is(200);
        people.assign(FixtureIdentity.BERT, "cleo", "admin").is(403);
        fixture.as(FixtureIdentity.BERT).delete(MEMBERS + "/cleo").is(403);
        fixture.as(FixtureIdentity.BERT).put(OUTSIDE + "/cleo").is(403);
        people.assign(FixtureIdentity.ANNA, "cleo", "admin").is(200);
        people.assign(FixtureIdentity.CLEO, "anna", "member").is(200);
        assertEquals(List.of("cleo"), fixture.as(FixtureIdentity.CLEO).allLogins(MEMBERS + "?role=admin"));
    }

    private static String stateAndRole(HttpAnswer answer) {
        return answer.is(200).member("state") + " " + answer.member("role");
    }
}
