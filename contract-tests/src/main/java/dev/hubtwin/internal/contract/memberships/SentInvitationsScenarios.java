package dev.hubtwin.internal.contract.memberships;

import static dev.hubtwin.internal.contract.scenario.PeopleSteps.HARBOR;
import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.junit.jupiter.params.provider.ValueSource;

/** Invitations as those who send them see them (R77, R81, R86, decisions). */
@FixtureScenarios
abstract class SentInvitationsScenarios {

    private static final String INVITATIONS = HARBOR + "/invitations";
    private static final String FAILED = HARBOR + "/failed_invitations";
    private static final String EDDA = INVITATIONS + "/205";

    private final Fixture fixture;
    private final PeopleSteps people;

    SentInvitationsScenarios(Fixture fixture) {
        this.fixture = fixture;
        this.people = new PeopleSteps(fixture);
    }

    @Test
    @DisplayName(
            "GET /orgs/{org}/invitations lists who is invited, by PUT of a membership and by POST, the oldest first; "
                    + "role and invitation_source choose among them (decisions)")
    void lists() {
        fixture.restoreAfterwards();
        fixture.clock("PT1H");
        people.assign(FixtureIdentity.BERT, "finn", "admin").is(200);
        fixture.clock("PT2H");
        invite(FixtureIdentity.HARBOR_WRITES, "{\"email\": \"Zoe@example.com\", \"role\": \"direct_member\"}")
                .is(201);
        invite(FixtureIdentity.ANNA_WRITES_HARBOR, "{\"invitee_id\": 208, \"role\": \"billing_manager\"}")
                .is(201);
        assertEquals(
                List.of(
                        "edda direct_member by anna",
                        "finn admin by bert",
                        "Zoe@example.com direct_member by null",
                        "hank billing_manager by anna"),
                pending(""));
        assertEquals(pending(""), pending("?role=all&invitation_source=all"));
        assertEquals(pending(""), pending("?role=captain&invitation_source=member"));
        assertEquals(List.of("finn admin by bert"), pending("?role=admin"));
        assertEquals(2, pending("?role=direct_member").size());
        assertEquals(List.of("hank billing_manager by anna"), pending("?role=billing_manager"));
        assertEquals(List.of(), pending("?role=hiring_manager"));
        assertEquals(List.of(), pending("?invitation_source=scim"));
    }

    @Test
    @DisplayName(
            "POST /orgs/{org}/invitations of a user is what PUT of a membership is: pending until they accept, and "
                    + "then in the teams (R77, R95)")
    void invitesUsers() {
        fixture.restoreAfterwards();
        JsonNode sent = invite(
                        FixtureIdentity.ANNA, "{\"invitee_id\": 208, \"role\": \"admin\", \"team_ids\": [72, 71]}")
                .is(201)
                .json();
        assertEquals(
                "hank null admin anna null 2",
                sent.path("login").asText() + " " + sent.path("email").asText() + " "
                        + sent.path("role").asText() + " "
                        + sent.at("/inviter/login").asText() + " "
                        + sent.path("failed_reason").asText() + " "
                        + sent.path("team_count").asText());
        assertTrue(sent.path("created_at").asText().matches(".*T.*\\.[0-9]{3}\\+00:00"), sent::toString);
        assertEquals("pending admin", people.membership("hank"));
        assertEquals(
                List.of("deck", "bridge"),
                teams(sent.path("invitation_teams_url").asText()));
        assertEquals(
                List.of("deck", "bridge"),
                teams(INVITATIONS + "/" + sent.path("id").asText() + "/teams"));
        fixture.as(FixtureIdentity.ANNA).get(HARBOR + "/teams/deck/members").is(200);
        people.accept(FixtureIdentity.HANK, "harbor").is(200);
        assertEquals(
                List.of("cleo", "dirk", "hank"),
                fixture.as(FixtureIdentity.ANNA)
                        .get(HARBOR + "/teams/deck/members")
                        .is(200)
                        .logins());
        assertEquals(List.of("edda direct_member by anna"), pending(""));
        fixture.as(FixtureIdentity.ANNA).get(INVITATIONS + "/208/teams").is(404);
    }

    @Test
    @DisplayName("POST /orgs/{org}/invitations of an address takes a seat, and an id that no account has (decisions)")
    void invitesAddresses() {
        fixture.restoreAfterwards();
        long seats = seats();
        HttpAnswer sent = invite(
                        FixtureIdentity.ANNA, "{\"email\": \"zoe@example.com\", \"role\": null, \"team_ids\": []}")
                .is(201);
        assertEquals("null zoe@example.com", sent.member("login") + " " + sent.member("email"));
        assertEquals(seats + 1, seats());
        invite(FixtureIdentity.ANNA, "{\"email\": \"zoe@example.org\", \"role\": \"billing_manager\"}")
                .is(201);
        assertEquals(seats + 1, seats(), "who only pays takes none");
        fixture.as(FixtureIdentity.ANNA)
                .get("/user/" + sent.member("id") + "/orgs")
                .is(404);
        assertEquals(List.of("anna", "bert", "cleo", "dirk"), people.members());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"email\": \"zoe\"}",
                "{\"email\": \"a b@example.com\"}",
                "{\"invitee_id\": 7}",
                "{\"invitee_id\": 9301}",
                "{\"invitee_id\": \"hank\"}",
                "{\"invitee_id\": 203}",
                "{\"invitee_id\": 205}",
                "{\"invitee_id\": 208, \"role\": \"reinstate\"}",
                "{\"invitee_id\": 208, \"role\": \"member\"}",
                "{\"invitee_id\": 208, \"team_ids\": [91]}",
                "{\"invitee_id\": 208, \"team_ids\": [71, 7]}",
                "{\"invitee_id\": 208, \"team_ids\": 71}"
            })
    @DisplayName(
            "POST /orgs/{org}/invitations of nobody, of who is a member or invited already, to another role or into "
                    + "a team of others is 422, and changes nothing (decisions)")
    void refusesOthers(String body) {
        JsonNode before = fixture.world();
        invite(FixtureIdentity.ANNA, body).is(422);
        assertEquals(before, fixture.world());
    }

    @Test
    @DisplayName("POST /orgs/{org}/invitations says of a member that they are one, and invites no address twice "
            + "(reported)")
    void saysWhy() {
        fixture.restoreAfterwards();
        assertEquals(
                "{\"resource\":\"OrganizationInvitation\",\"code\":\"unprocessable\",\"field\":\"data\","
                        + "\"message\":\"Invitee is already a part of this organization\"}",
                invite(FixtureIdentity.ANNA, "{\"invitee_id\": 203}")
                        .is(422)
                        .json()
                        .at("/errors/0")
                        .toString());
        invite(FixtureIdentity.ANNA, "{\"email\": \"zoe@example.com\"}").is(201);
        invite(FixtureIdentity.ANNA, "{\"email\": \"ZOE@example.com\"}").is(422);
        invite(FixtureIdentity.ANNA, "{\"invitee_id\": 208, \"role\": \"billing_manager\"}")
                .is(201);
        invite(FixtureIdentity.ANNA, "{\"invitee_id\": 208}").is(422);
        people.assign(FixtureIdentity.ANNA, "hank", "member").is(200);
        assertEquals(
                "direct_member",
                Fixture.named(pending(), "login", "hank").path("role").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"email\": \"zoe@example.com\"}", "{\"invitee_id\": 208}"})
    @DisplayName("POST /orgs/{org}/invitations counts as PUT of a membership does (R81)")
    void counts(String body) {
        fixture.restoreAfterwards();
        String sent = "{\"by\": \"anna\", \"at\": \"2030-01-01T00:00:00Z\"}, ".repeat(499);
        fixture.clock("2030-01-01T01:00:00Z");
        fixture.merge("{\"organizations\": [{\"login\": \"harbor\", \"invitations_sent\": ["
                + sent.substring(0, sent.length() - 2) + "]}]}");
        invite(FixtureIdentity.ANNA, body).is(201);
        invite(FixtureIdentity.ANNA, "{\"email\": \"yan@example.com\"}").is(422);
        people.assign(FixtureIdentity.ANNA, "finn", "member").is(422);
        invite(FixtureIdentity.HARBOR_WRITES, "{\"email\": \"yan@example.com\"}")
                .is(201);
    }

    @Test
    @DisplayName(
            "DELETE /orgs/{org}/invitations/{invitation_id} withdraws an invitation, of a user or an address (R86)")
    void cancels() {
        fixture.restoreAfterwards();
        String sent = invite(FixtureIdentity.ANNA, "{\"email\": \"zoe@example.com\"}")
                .is(201)
                .member("id");
        fixture.as(FixtureIdentity.BERT).delete(INVITATIONS + "/" + sent).is(204);
        fixture.as(FixtureIdentity.BERT).delete(INVITATIONS + "/" + sent).is(404);
        fixture.as(FixtureIdentity.HARBOR_WRITES).delete(EDDA).is(204);
        assertEquals(List.of(), pending(""));
        assertEquals("404", people.membership("edda"));
        people.accept(FixtureIdentity.EDDA, "harbor").is(404);
        fixture.as(FixtureIdentity.ANNA).delete(INVITATIONS + "/203").is(404);
        fixture.as(FixtureIdentity.ANNA).delete(INVITATIONS + "/x").is(404);
        assertEquals("active member", people.membership("cleo"));
    }

    @Test
    @DisplayName(
            "GET /orgs/{org}/failed_invitations lists what nobody accepted in seven days, until it is sent again or "
                    + "deleted (decisions)")
    void fails() {
        fixture.restoreAfterwards();
        fixture.clock("2030-01-01T00:00:00Z");
        invite(FixtureIdentity.ANNA, "{\"invitee_id\": 208, \"team_ids\": [71]}")
                .is(201);
        String zoe = invite(FixtureIdentity.ANNA, "{\"email\": \"zoe@example.com\"}")
                .is(201)
                .member("id");
        fixture.clock("2030-01-07T23:59:59Z");
        assertEquals(List.of("edda"), logins(failed()));
        fixture.clock("2030-01-08T00:00:00Z");
        assertEquals(List.of("edda", "hank", "null"), logins(failed()));
        assertEquals(List.of(), pending(""));
        JsonNode hank = Fixture.named(failed(), "login", "hank");
        assertEquals(
                "2030-01-01T00:00:00.000+00:00 2030-01-08T00:00:00.000+00:00 1",
                hank.path("created_at").asText() + " " + hank.path("failed_at").asText() + " "
                        + hank.path("team_count").asText());
        assertEquals(
                "Invitation expired. User did not accept this invite for 7 days",
                hank.path("failed_reason").asText());
        people.accept(FixtureIdentity.HANK, "harbor").is(404);
        invite(FixtureIdentity.ANNA, "{\"email\": \"Zoe@example.com\"}").is(201);
        people.assign(FixtureIdentity.ANNA, "hank", "member").is(200);
        assertEquals(List.of("edda"), logins(failed()));
        fixture.as(FixtureIdentity.ANNA).delete(INVITATIONS + "/" + zoe).is(404);
        fixture.as(FixtureIdentity.ANNA).delete(EDDA).is(204);
        assertEquals(List.of(), logins(failed()));
    }

    @ParameterizedTest
    @CsvSource({
        "ANONYMOUS, 401",
        "CLEO, 404",
        "HANK, 404",
        "OUTSIDER, 404",
        "ANNA_WITHOUT_SCOPES, 404",
        "ANNA_READ_ORG, 404",
        "ANNA_WRITE_ORG, 404",
        "ANNA_REPO, 404",
        "ANNA_NOTHING_OF_HARBOR, 403",
        "INSTALLATION_ELSEWHERE, 403",
        "HARBOR_BLIND, 403",
        "REVOKED, 401"
    })
    @DisplayName("GET /orgs/{org}/invitations, GET /orgs/{org}/invitations/{invitation_id}/teams, GET "
            + "/orgs/{org}/failed_invitations, POST /orgs/{org}/invitations and DELETE "
            + "/orgs/{org}/invitations/{invitation_id} are refused to all but owners with admin:org (decisions)")
    void areForOwners(FixtureIdentity who, int status) {
        for (String path : List.of(INVITATIONS, EDDA + "/teams", FAILED)) {
            fixture.as(who).get(path).is(status);
        }
        invite(who, "{\"invitee_id\": 208}").is(status);
        fixture.as(who).delete(EDDA).is(status);
        assertEquals(List.of("edda direct_member by anna"), pending(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ANNA_READS_HARBOR", "HARBOR_READS"})
    @DisplayName("GET /orgs/{org}/invitations takes a permission that POST /orgs/{org}/invitations and DELETE "
            + "/orgs/{org}/invitations/{invitation_id} refuse (decisions)")
    void distinguishesReading(FixtureIdentity who) {
        fixture.as(who).get(INVITATIONS).is(200);
        fixture.as(who).get(EDDA + "/teams").is(200);
        fixture.as(who).get(FAILED).is(200);
        invite(who, "{\"invitee_id\": 208}").is(403);
        fixture.as(who).delete(EDDA).is(403);
        assertEquals(List.of("edda direct_member by anna"), pending(""));
    }

    private HttpAnswer invite(FixtureIdentity who, String body) {
        return fixture.as(who).post(INVITATIONS, body);
    }

    private JsonNode pending() {
        return fixture.as(FixtureIdentity.ANNA).get(INVITATIONS).is(200).json();
    }

    private List<String> pending(String query) {
        return fixture.as(FixtureIdentity.ANNA)
                .get(INVITATIONS + query)
                .is(200)
                .json()
                .valueStream()
                .map(one -> (one.path("login").isNull() ? one.path("email") : one.path("login")).asText() + " "
                        + one.path("role").asText() + " by "
                        + one.at("/inviter/login").asText("null"))
                .toList();
    }

    private JsonNode failed() {
        return fixture.as(FixtureIdentity.ANNA).get(FAILED).is(200).json();
    }

    private static List<String> logins(JsonNode invitations) {
        return invitations.valueStream().map(one -> one.path("login").asText()).toList();
    }

    private List<String> teams(String path) {
        return fixture.as(FixtureIdentity.ANNA)
                .get(path)
                .is(200)
                .json()
                .valueStream()
                .map(team -> team.path("slug").asText())
                .toList();
    }

    private long seats() {
        return fixture.as(FixtureIdentity.ANNA)
                .get(HARBOR)
                .is(200)
                .json()
                .at("/plan/filled_seats")
                .asLong();
    }
}
