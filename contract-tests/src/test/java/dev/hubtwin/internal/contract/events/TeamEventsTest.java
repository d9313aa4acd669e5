package dev.hubtwin.internal.contract.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.contract.config.FixtureIdentity;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.http.TestClient;
import dev.hubtwin.internal.contract.scenario.Fixture;
import dev.hubtwin.internal.contract.scenario.FixtureScenarios;
import dev.hubtwin.internal.contract.scenario.PeopleSteps;
import dev.hubtwin.internal.contract.support.TwinExtension;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a real receiver hears when somebody sends invitations, and changes teams. */
@FixtureScenarios
@ExtendWith(TwinExtension.class)
class TeamEventsTest {

    private static final String LAMP = "/orgs/buoy/teams/lamp/memberships/";
    private static final String INVITATIONS = "/orgs/buoy/invitations";

    private final Fixture fixture;
    private final PeopleSteps people;
    private VerifyingReceiver receiver;

    TeamEventsTest(Fixture fixture) {
        this.fixture = fixture;
        this.people = new PeopleSteps(fixture);
    }

    @BeforeEach
    void listen() throws IOException {
        receiver = new VerifyingReceiver(fixture);
    }

    @AfterEach
    void stopListening() {
        receiver.close();
    }

    @Test
    @DisplayName("Who is invited is told, an address without a user; who accepts is told of with each team, and who is "
            + "cancelled is not")
    void tellsOfInvitations() throws Exception {
        String hook = receiver.hook();
        long lamp =
                wade().get("/orgs/buoy/teams/lamp").is(200).json().path("id").asLong();
        wade().post(INVITATIONS, "{\"invitee_id\": 208, \"team_ids\": [" + lamp + "]}")
                .is(201);
        JsonNode user = receiver.next().payload();
        assertEquals(
                "member_invited hank hank 1",
                user.path("action").asText() + " " + user.at("/user/login").asText() + " "
                        + user.at("/invitation/login").asText() + " "
                        + user.at("/invitation/team_count").asText());
        HttpAnswer mailed =
                wade().post(INVITATIONS, "{\"email\": \"zoe@example.com\"}").is(201);
        JsonNode address = receiver.next().payload();
        assertEquals(
                "member_invited zoe@example.com null",
                address.path("action").asText() + " "
                        + address.at("/invitation/email").asText() + " "
                        + address.at("/invitation/login").asText());
        assertFalse(address.has("user"));
        wade().delete(INVITATIONS + "/" + mailed.member("id")).is(204);
        people.accept(FixtureIdentity.HANK, "buoy").is(200);
        assertEquals(List.of("organization member_added", "membership added"), receiver.eventsBeforePing(hook));
    }

    @Test
    @DisplayName("Who comes into a team or leaves it is told, and another role is not; a stranger is invited")
    void tellsOfTeams() throws Exception {
        String hook = receiver.hook();
        wade().put(LAMP + "wade").is(200);
        JsonNode added = receiver.next().payload();
        assertEquals(
                "added team wade lamp buoy",
                added.path("action").asText() + " " + added.path("scope").asText() + " "
                        + added.at("/member/login").asText() + " "
                        + added.at("/team/slug").asText() + " "
                        + added.at("/organization/login").asText());
        wade().put(LAMP + "mona", "{\"role\": \"maintainer\"}").is(200);
        wade().put(LAMP + "wade").is(200);
        assertEquals(List.of(), receiver.eventsBeforePing(hook));
        wade().delete(LAMP + "mona").is(204);
        assertEquals(List.of("membership removed"), receiver.eventsBeforePing(hook));
        wade().put(LAMP + "hank").is(200);
        wade().put(LAMP + "hank", "{\"role\": \"maintainer\"}").is(200);
        wade().delete(LAMP + "hank").is(204);
        assertEquals(List.of("organization member_invited"), receiver.eventsBeforePing(hook));
    }

    @Test
    @DisplayName("An address that a change of the state invites is told of, if the change is to send events")
    void tellsOfTheState() throws Exception {
        receiver.hook();
        receiver.sendEventsOfMerges();
        receiver.merge("{\"organizations\": [{\"login\": \"buoy\", \"invitations\": ["
                + "{\"email\": \"zoe@example.com\"}, {\"login\": \"hank\", \"role\": \"billing_manager\"}]}]}");
        assertEquals("hank", receiver.next().payload().at("/user/login").asText());
        assertEquals(
                "zoe@example.com",
                receiver.next().payload().at("/invitation/email").asText());
    }

    private TestClient wade() {
        return fixture.as(FixtureIdentity.WADE_ADMIN_ORG);
    }
}
