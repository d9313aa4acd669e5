package dev.hubtwin.internal.contract.members;

import static dev.hubtwin.internal.contract.scenario.PeopleSteps.MEMBERS;
import static dev.hubtwin.internal.contract.scenario.PeopleSteps.MEMBERSHIPS;
import static dev.hubtwin.internal.contract.scenario.PeopleSteps.PUBLIC_MEMBERS;
import static org.junit.jupiter.api.Assertions.assertEquals;

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

/** Members who show that they are (R88 to R92). */
@FixtureScenarios
abstract class PublicMembersScenarios {

    private static final List<String> SHOWN = List.of("anna", "cleo");

    private final Fixture fixture;
    private final PeopleSteps people;

    PublicMembersScenarios(Fixture fixture) {
        this.fixture = fixture;
        this.people = new PeopleSteps(fixture);
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "ANONYMOUS",
                "ANNA",
                "DIRK",
                "OUTSIDER",
                "EDDA",
                "ANNA_WITHOUT_SCOPES",
                "ANNA_NOTHING_OF_HARBOR",
                "HARBOR_BLIND",
                "INSTALLATION_ELSEWHERE"
            })
    @DisplayName("GET /orgs/{org}/public_members lists only those who show it, for every caller (R88)")
    void listsThoseWhoShowIt(FixtureIdentity who) {
        for (String path :
                List.of(PUBLIC_MEMBERS, "/organizations/9301/public_members", "/orgs/Harbor/public_members")) {
            assertEquals(SHOWN, fixture.as(who).get(path).is(200).logins());
        }
    }

    @ParameterizedTest
    @CsvSource({"anna, 204", "CLEO, 204", "bert, 404", "edda, 404", "finn, 404", "nobody, 404", "harbor, 404"})
    @DisplayName("GET /orgs/{org}/public_members/{username} is 204 for a public member, else 404, for every "
            + "caller (R89)")
    void checksOne(String login, int status) {
        for (FixtureIdentity who : List.of(
                FixtureIdentity.ANONYMOUS,
                FixtureIdentity.ANNA,
                FixtureIdentity.OUTSIDER,
                FixtureIdentity.HARBOR_BLIND)) {
            for (String path : List.of(PUBLIC_MEMBERS, "/organizations/9301/public_members")) {
                HttpAnswer answer = fixture.as(who).get(path + "/" + login).is(status);
                assertEquals(
                        status == 404 ? "User does not exist or is not a public member of the organization" : "",
                        status == 404 ? answer.message() : answer.text());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}"})
    @DisplayName(
            "PUT and DELETE /orgs/{org}/public_members/{username} show one's own and hide it, again and again (R90 "
                    + "to R92)")
    void showsAndHides(String body) {
        fixture.restoreAfterwards();
        for (int i = 0; i < 2; i++) {
            fixture.as(FixtureIdentity.DIRK).put(PUBLIC_MEMBERS + "/Dirk", body).is(204);
            assertEquals(List.of("anna", "cleo", "dirk"), people.publicMembers());
            fixture.as(FixtureIdentity.ANONYMOUS).get(PUBLIC_MEMBERS + "/dirk").is(204);
            assertEquals(
                    List.of("harbor"),
                    fixture.as(FixtureIdentity.ANONYMOUS)
                            .get("/users/dirk/orgs")
                            .logins());
        }
        for (int i = 0; i < 2; i++) {
            fixture.as(FixtureIdentity.DIRK).delete(PUBLIC_MEMBERS + "/dirk").is(204);
            assertEquals(SHOWN, people.publicMembers());
            fixture.as(FixtureIdentity.ANONYMOUS).get(PUBLIC_MEMBERS + "/dirk").is(404);
            assertEquals(
                    List.of(),
                    fixture.as(FixtureIdentity.ANONYMOUS)
                            .get("/users/dirk/orgs")
                            .logins());
        }
        assertEquals("active member", people.membership("dirk"), "the membership itself is as it was");
    }

    @ParameterizedTest
    @EnumSource(names = {"ANNA_REPO", "ANNA_USER", "ANNA_WRITE_ORG", "ANNA_WRITES_HARBOR"})
    @DisplayName(
            "PUT and DELETE /orgs/{org}/public_members/{username} take one of four scopes, or members: write (R90)")
    void takesScopes(FixtureIdentity who) {
        fixture.restoreAfterwards();
        fixture.as(who).delete(PUBLIC_MEMBERS + "/anna").is(204);
        assertEquals(List.of("cleo"), people.publicMembers());
        fixture.as(who).put(PUBLIC_MEMBERS + "/anna").is(204);
        assertEquals(SHOWN, people.publicMembers());
    }

    @ParameterizedTest
    @CsvSource({
        "ANNA, dirk, 403",
        "BERT, anna, 403",
        "DIRK, cleo, 403",
        "OUTSIDER, anna, 403",
        "ANNA_READ_ORG, anna, 403",
        "ANNA_WITHOUT_SCOPES, anna, 403",
        "ANNA_READS_HARBOR, anna, 403",
        "HARBOR_WRITES, anna, 403",
        "ANONYMOUS, anna, 401",
        "EDDA, edda, 404",
        "FINN, finn, 404"
    })
    @DisplayName("PUT and DELETE /orgs/{org}/public_members/{username} are refused for another, to owners too, "
            + "and for those who are not members (R90, R92)")
    void refusesOthers(FixtureIdentity who, String login, int status) {
        fixture.as(who).put(PUBLIC_MEMBERS + "/" + login).is(status);
        fixture.as(who).delete(PUBLIC_MEMBERS + "/" + login).is(status);
        assertEquals(SHOWN, people.publicMembers());
    }

    @Test
    @DisplayName("PUT /orgs/{org}/public_members/{username} for another says that only the user can (R90)")
    void saysWhoCan() {
        assertEquals(
                "Only the user can publicize their membership",
                fixture.as(FixtureIdentity.ANNA)
                        .put(PUBLIC_MEMBERS + "/dirk")
                        .is(403)
                        .message());
    }

    @Test
    @DisplayName("GET /orgs/{org}/public_members conceals who was removed and comes back (R72, R88)")
    void comesBackConcealed() {
        fixture.restoreAfterwards();
        fixture.as(FixtureIdentity.ANNA).delete(MEMBERS + "/cleo").is(204);
        assertEquals(List.of("anna"), people.publicMembers());
        fixture.as(FixtureIdentity.ANNA).put(MEMBERSHIPS + "/cleo").is(200);
        people.accept(FixtureIdentity.CLEO, "harbor").is(200);
        assertEquals(List.of("anna"), people.publicMembers());
    }
}
