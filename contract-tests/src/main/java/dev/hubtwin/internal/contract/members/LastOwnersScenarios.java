package dev.hubtwin.internal.contract.members;

import static dev.hubtwin.internal.contract.scenario.PeopleSteps.HARBOR;
import static dev.hubtwin.internal.contract.scenario.PeopleSteps.MEMBERS;
import static dev.hubtwin.internal.contract.scenario.PeopleSteps.MEMBERSHIPS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hubtwin.internal.contract.config.FixtureIdentity;
import dev.hubtwin.internal.contract.scenario.Fixture;
import dev.hubtwin.internal.contract.scenario.FixtureScenarios;
import dev.hubtwin.internal.contract.scenario.PeopleSteps;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An organization always keeps an owner (R78, R101, decisions). */
@FixtureScenarios
abstract class LastOwnersScenarios {

    private static final String QUAY = "/orgs/quay";

    private final Fixture fixture;
    private final PeopleSteps people;

    LastOwnersScenarios(Fixture fixture) {
        this.fixture = fixture;
        this.people = new PeopleSteps(fixture);
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE, /orgs/quay/members/anna, ''", "DELETE, /orgs/quay/memberships/anna, ''",
        "PUT, /orgs/quay/memberships/anna, {\"role\":\"member\"}", "PUT, /orgs/quay/memberships/anna, {}",
        "PUT, /orgs/quay/memberships/anna, ''", "PUT, /orgs/quay/outside_collaborators/anna, ''"
    })
    @DisplayName("The only owner cannot leave, step down or be converted: DELETE /orgs/{org}/members/{username}, PUT "
            + "and DELETE /orgs/{org}/memberships/{username} are 403 (R78, R101; decisions)")
    void cannotLeave(String method, String path, String body) {
        fixture.as(FixtureIdentity.ANNA)
                .send(method, path, BodyPublishers.ofString(body))
                .is(403);
        assertOwns(QUAY);
        assertEquals(
                105,
                fixture.as(FixtureIdentity.ANNA)
                        .allLogins(QUAY + "/outside_collaborators")
                        .size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE /members/anna",
                "DELETE /memberships/anna",
                "PUT /memberships/anna",
                "PUT /outside_collaborators/anna"
            })
    @DisplayName("DELETE /orgs/{org}/members/{username} and PUT /orgs/{org}/outside_collaborators/{username} of "
            + "the last owner are 403, whoever tries; an invited owner does not count (R101; decisions)")
    void staysWhoeverTries(String request) {
        fixture.restoreAfterwards();
        people.assign(FixtureIdentity.ANNA, "bert", "member").is(200);
        people.assign(FixtureIdentity.ANNA, "hank", "admin").is(200);
        String[] parts = request.split(" ");
        for (FixtureIdentity who : List.of(
                FixtureIdentity.ANNA,
                FixtureIdentity.HARBOR_WRITES,
                FixtureIdentity.ANNA_WRITES_HARBOR,
                FixtureIdentity.BERT)) {
            fixture.as(who)
                    .send(parts[0], HARBOR + parts[1], BodyPublishers.noBody())
                    .is(403);
        }
        assertOwns(HARBOR);
        assertEquals("pending admin", people.membership("hank"));
        people.accept(FixtureIdentity.HANK, "harbor").is(200);
        fixture.as(FixtureIdentity.HANK).send(parts[0], HARBOR + parts[1], BodyPublishers.noBody());
        assertEquals(
                List.of("hank"),
                fixture.as(FixtureIdentity.HANK).allLogins(MEMBERS + "?role=admin"),
                "now there is another");
    }

    @Test
    @DisplayName(
            "PUT /orgs/{org}/memberships/{username} by an owner to demote themself is 403 though there are others, "
                    + "and says who can (R78)")
    void demotesNotThemself() {
        assertEquals(
                "You cannot demote yourself. Admins must be demoted by another admin.",
                people.assign(FixtureIdentity.ANNA, "anna", "member").is(403).message());
        assertEquals(
                "You cannot demote yourself. Admins must be demoted by another admin.",
                fixture.as(FixtureIdentity.BERT)
                        .put(MEMBERSHIPS + "/Bert")
                        .is(403)
                        .message());
        assertEquals(List.of("anna", "bert"), fixture.as(FixtureIdentity.ANNA).allLogins(MEMBERS + "?role=admin"));
        assertEquals(
                "active admin",
                people.assign(FixtureIdentity.ANNA, "anna", "admin").is(200).member("state") + " admin");
    }

    @Test
    @DisplayName("PUT /orgs/{org}/outside_collaborators/{username} of the last owner says so (R101)")
    void saysSo() {
        assertEquals(
                "Cannot convert the last owner to an outside collaborator",
                fixture.as(FixtureIdentity.ANNA)
                        .put(QUAY + "/outside_collaborators/anna")
                        .is(403)
                        .message());
    }

    private void assertOwns(String organization) {
        assertEquals(List.of("anna"), fixture.as(FixtureIdentity.ANNA).allLogins(organization + "/members?role=admin"));
    }
}
