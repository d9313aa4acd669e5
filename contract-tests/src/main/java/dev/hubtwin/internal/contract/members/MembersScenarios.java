package dev.hubtwin.internal.contract.members;

import static dev.hubtwin.internal.contract.scenario.PeopleSteps.MEMBERS;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.hubtwin.internal.contract.config.FixtureIdentity;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.scenario.Fixture;
import dev.hubtwin.internal.contract.scenario.FixtureScenarios;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who sees that who belongs to an organization (R62 to R71). */
@FixtureScenarios
abstract class MembersScenarios {

    private static final List<String> EVERYBODY = List.of("anna", "bert", "cleo", "dirk");
    private static final String NO_MEMBER = "User does not exist or is not a member of the organization";

    private final Fixture fixture;

    MembersScenarios(Fixture fixture) {
        this.fixture = fixture;
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "ANNA",
                "BERT",
                "CLEO",
                "DIRK",
                "ANNA_READ_ORG",
                "ANNA_WRITE_ORG",
                "ANNA_REPO",
                "ANNA_USER",
                "ANNA_WRITES_HARBOR",
                "ANNA_READS_HARBOR",
                "HARBOR_READS",
                "HARBOR_WRITES"
            })
    @DisplayName("GET /orgs/{org}/members lists concealed and public members, but no invited ones, for every "
            + "member (R62)")
    void listsEverybodyToMembers(FixtureIdentity who) {
        assertEquals(EVERYBODY, fixture.as(who).get(MEMBERS).is(200).logins());
        assertEquals(
                EVERYBODY,
                fixture.as(who).get("/organizations/9301/members").is(200).logins());
    }

    @Test
    @DisplayName("GET /orgs/{org}/members and GET /orgs/{org}/public_members list by login (reported)")
    void listsByLogin() {
        assertEquals(
                List.of("mike", "olivia", "paula"),
                fixture.as(FixtureIdentity.OWNER)
                        .get("/orgs/acme/members")
                        .is(200)
                        .logins());
        assertEquals(
                List.of("olivia", "paula"),
                fixture.as(FixtureIdentity.OWNER)
                        .get("/orgs/acme/public_members")
                        .is(200)
                        .logins());
    }

    @ParameterizedTest
    @EnumSource(names = {"ANONYMOUS", "OUTSIDER", "EDDA", "FINN", "ANNA_WITHOUT_SCOPES", "HANK"})
    @DisplayName("GET /orgs/{org}/members sends all others, and tokens without a scope, to the public ones (R62, R63)")
    void sendsStrangersAway(FixtureIdentity who) {
        for (String path : List.of(MEMBERS, "/organizations/9301/members")) {
            HttpAnswer answer = fixture.as(who).get(path);
            assertSentTo("/organizations/9301/public_members", answer);
            assertEquals(
                    List.of("anna", "cleo"),
                    fixture.as(who).get(answer.header("Location")).is(200).logins());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"ANNA_NOTHING_OF_HARBOR", "HARBOR_BLIND", "OWNER_READS_TINKER", "INSTALLATION_ELSEWHERE"})
    @DisplayName("GET /orgs/{org}/members and /orgs/{org}/members/{username} without the permission members are "
            + "answered as to a stranger, whatever is asked for (R62, R70; recorded)")
    void takesThePermission(FixtureIdentity who) {
        for (String organization : List.of("/orgs/harbor", "/organizations/9301")) {
            for (String query : List.of("", "?role=admin", "?filter=2fa_disabled")) {
                HttpAnswer answer = fixture.as(who).get(organization + "/members" + query);
                assertSentTo("/organizations/9301/public_members", answer);
                assertEquals("members=read", answer.header("X-Accepted-GitHub-Permissions"));
            }
            for (String login : List.of("anna", "dirk", "nobody")) {
                assertSentTo(
                        "/organizations/9301/public_members/" + login,
                        fixture.as(who).get(organization + "/members/" + login));
            }
        }
        assertEquals(
                List.of("anna", "cleo"),
                fixture.as(who).get("/orgs/harbor/public_members").is(200).logins());
        fixture.as(who).get("/orgs/harbor/public_members/dirk").is(404);
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE, /orgs/harbor/members/dirk",
        "PUT, /orgs/harbor/memberships/dirk",
        "DELETE, /orgs/harbor/memberships/dirk",
        "GET, /orgs/harbor/memberships/dirk",
        "GET, /orgs/harbor/outside_collaborators",
        "PUT, /orgs/harbor/outside_collaborators/dirk",
        "DELETE, /orgs/harbor/outside_collaborators/finn"
    })
    @DisplayName(
            "DELETE /orgs/{org}/members/{username}, PUT, DELETE and GET /orgs/{org}/memberships/{username} and GET "
                    + "/orgs/{org}/outside_collaborators without the permission members stay 403 (recorded)")
    void changesTakeThePermission(String method, String path) {
        for (FixtureIdentity who : List.of(FixtureIdentity.HARBOR_BLIND, FixtureIdentity.ANNA_NOTHING_OF_HARBOR)) {
            assertEquals(
                    "Resource not accessible by "
                            + (who.token().startsWith("ghs_") ? "integration" : "personal access token"),
                    fixture.as(who)
                            .send(method, path, BodyPublishers.noBody())
                            .is(403)
                            .message());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                             | anna bert cleo dirk",
                "filter=all                     | anna bert cleo dirk",
                "role=all                       | anna bert cleo dirk",
                "role=admin                     | anna bert",
                "role=member                    | cleo dirk",
                "filter=2fa_disabled            | bert dirk",
                "filter=2fa_disabled&role=all   | bert dirk",
                "filter=2fa_disabled&role=admin | bert",
                "role=member&filter=2fa_disabled | dirk"
            })
    @DisplayName("GET /orgs/{org}/members filters by role and second factor, by default by neither (R64, R65, R66)")
    void filters(String query, String expected) {
        assertEquals(
                expected,
                String.join(
                        " ",
                        fixture.as(FixtureIdentity.BERT)
                                .get(MEMBERS + "?" + query)
                                .is(200)
                                .logins()));
        assertEquals(
                expected,
                String.join(
                        " ",
                        fixture.as(FixtureIdentity.BERT)
                                .get("/organizations/9301/members?" + query)
                                .logins()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&role=all", "&role=admin", "&role=member"})
    @DisplayName("GET /orgs/{org}/members with filter=2fa_disabled is 422 for a member who is not an owner (R64)")
    void keepsSecondFactorsFromMembers(String more) {
        HttpAnswer answer = fixture.as(FixtureIdentity.CLEO)
                .get(MEMBERS + "?filter=2fa_disabled" + more)
                .is(422);
        assertEquals("Only owners can use this filter.", answer.message());
        assertSentTo(
                "/organizations/9301/public_members",
                fixture.as(FixtureIdentity.OUTSIDER).get(MEMBERS + "?filter=2fa_disabled" + more));
    }

    @ParameterizedTest
    @ValueSource(strings = {"role=owner", "filter=2fa_enabled", "role=Admin", "role=", "filter=", "role=admin,member"})
    @DisplayName("GET /orgs/{org}/members with an unknown filter or role is 422 (R67)")
    void refusesOtherFilters(String query) {
        fixture.as(FixtureIdentity.ANNA).get(MEMBERS + "?" + query).is(422);
        fixture.as(FixtureIdentity.ANNA)
                .get("/organizations/9301/members?" + query)
                .is(422);
    }

    @Test
    @DisplayName("GET /orgs/{org}/members is ordered by id, and tells of each what a simple user has (R62)")
    void tellsOfEach() {
        HttpAnswer answer = fixture.as(FixtureIdentity.ANNA).get(MEMBERS);
        assertEquals(
                List.of(201L, 202L, 203L, 204L),
                answer.json().findValues("id").stream().map(id -> id.asLong()).toList());
        assertEquals(
                fixture.target().root() + "/users/anna",
                answer.json().get(0).path("url").asText());
        assertEquals("User", answer.json().get(0).path("type").asText());
    }

    @ParameterizedTest
    @CsvSource({
        "ANNA, dirk",
        "CLEO, dirk",
        "DIRK, DIRK",
        "DIRK, anna",
        "ANNA_READ_ORG, dirk",
        "ANNA_REPO, dirk",
        "ANNA_USER, dirk",
        "ANNA_READS_HARBOR, Bert",
        "HARBOR_READS, dirk"
    })
    @DisplayName(
            "GET /orgs/{org}/members/{username} is 204 to a member who asks about one, concealed or not (R68, R69)")
    void confirmsMembers(FixtureIdentity who, String login) {
        for (String path : List.of(MEMBERS, "/orgs/HARBOR/members", "/organizations/9301/members")) {
            HttpAnswer answer = fixture.as(who).get(path + "/" + login).is(204);
            assertArrayEquals(new byte[0], answer.body());
            assertNull(answer.header("ETag"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ANONYMOUS, dirk, 404",
        "ANONYMOUS, cleo, 204",
        "OUTSIDER, cleo, 204",
        "OUTSIDER, nobody, 404",
        "EDDA, dirk, 404",
        "FINN, anna, 204",
        "ANNA_WITHOUT_SCOPES, bert, 404",
        "HANK, hank, 404",
        "ANONYMOUS, %F0%9F%9A%80, 404",
        "ANONYMOUS, a%2Fb, 404",
        "ANONYMOUS, a%20b%3Fc, 404"
    })
    @DisplayName("GET /orgs/{org}/members/{username} sends all others to the same question about public ones (R70)")
    void sendsStrangersToThePublicOnes(FixtureIdentity who, String login, int then) {
        for (String path : List.of(MEMBERS, "/organizations/9301/members")) {
            HttpAnswer answer = fixture.as(who).get(path + "/" + login);
            assertSentTo("/organizations/9301/public_members/" + login, answer);
            fixture.as(who).get(answer.header("Location")).is(then);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"edda", "finn", "dana", "nobody", "harbor", "%20", "%F0%9F%9A%80"})
    @DisplayName("GET /orgs/{org}/members/{username} is 404 for a member who asks about somebody who is not a "
            + "member (R71)")
    void deniesOthers(String login) {
        assertEquals(
                NO_MEMBER,
                fixture.as(FixtureIdentity.CLEO)
                        .get(MEMBERS + "/" + login)
                        .is(404)
                        .message());
        assertEquals(
                NO_MEMBER,
                fixture.as(FixtureIdentity.CLEO)
                        .get("/organizations/9301/members/" + login)
                        .is(404)
                        .message());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/orgs/nobody/members",
                "/orgs/anna/members",
                "/orgs/nobody/members/anna",
                "/orgs/nobody/public_members",
                "/organizations/9999999/members",
                "/organizations/201/members/anna",
                "/organizations/9999999/public_members"
            })
    @DisplayName("GET /orgs/{org}/members, /orgs/{org}/members/{username} and /orgs/{org}/public_members of an "
            + "organization that does not exist are 404, for everybody (decisions)")
    void knowsNoSuchOrganization(String path) {
        assertEquals(
                "Not Found", fixture.as(FixtureIdentity.ANNA).get(path).is(404).message());
        assertEquals(
                "Not Found",
                fixture.as(FixtureIdentity.ANONYMOUS).get(path).is(404).message());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET    | /orgs/harbor/members                     | admin:org, read:org, repo, user, write:org",
                "GET    | /orgs/harbor/members/dirk                | read:org, repo, user",
                "GET    | /orgs/harbor/public_members/anna         | ''",
                "PUT    | /orgs/harbor/public_members/dirk         | admin:org, repo, user, write:org",
                "DELETE | /orgs/harbor/public_members/dirk         | admin:org, repo, user, write:org",
                "GET    | /orgs/harbor/memberships/nobody          | admin:org, read:org, repo, user, write:org",
                "PUT    | /orgs/harbor/memberships/nobody          | admin:org, repo",
                "GET    | /user/memberships/orgs                   | admin:org, read:org, repo, user, write:org",
                "PATCH  | /user/memberships/orgs/nobody            | admin:org, repo, user, write:org",
                "GET    | /orgs/harbor/outside_collaborators       | admin:org, read:org, repo, write:org"
            })
    @DisplayName("X-Accepted-OAuth-Scopes lists for people what was recorded: GET /orgs/{org}/members and "
            + "/user/memberships/orgs, PUT /orgs/{org}/memberships/{username} (conventions, 3)")
    void listsAcceptedScopes(String method, String path, String scopes) {
        HttpAnswer answer = fixture.as(FixtureIdentity.ANNA_WITHOUT_SCOPES).send(method, path, BodyPublishers.noBody());
        assertEquals(scopes, answer.header("X-Accepted-OAuth-Scopes"));
    }

    private void assertSentTo(String path, HttpAnswer answer) {
        answer.is(302);
        assertEquals(fixture.target().root() + path, answer.header("Location"));
        assertEquals("text/html;charset=utf-8", answer.header("Content-Type"));
        assertArrayEquals(new byte[0], answer.body());
    }
}
