package dev.hubtwin.internal.contract.events;

import static dev.hubtwin.internal.contract.scenario.PeopleSteps.MEMBERS;
import static dev.hubtwin.internal.contract.scenario.PeopleSteps.MEMBERSHIPS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.contract.config.FixtureIdentity;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.scenario.Fixture;
import dev.hubtwin.internal.contract.scenario.FixtureScenarios;
import dev.hubtwin.internal.contract.scenario.PeopleSteps;
import dev.hubtwin.internal.contract.support.TwinExtension;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The mails that GitHub would send, as the twin remembers them (R77 to R80, R87). */
@FixtureScenarios
@ExtendWith(TwinExtension.class)
class NotificationMailsTest {

    private final Fixture fixture;
    private final PeopleSteps people;

    NotificationMailsTest(Fixture fixture) {
        this.fixture = fixture;
        this.people = new PeopleSteps(fixture);
    }

    @BeforeEach
    void withoutMails() {
        fixture.restoreAfterwards();
        fixture.control().send("POST", "/reset", BodyPublishers.noBody()).is(204);
    }

    @Test
    @DisplayName("PUT memberships mails the invited, once; another role and a repetition send nothing (R77, R78)")
    void mailsTheInvited() {
        fixture.as(FixtureIdentity.ANNA).put(MEMBERSHIPS + "/hank").is(200);
        assertMails("invited hank harbor");
        people.assign(FixtureIdentity.ANNA, "hank", "admin").is(200);
        fixture.as(FixtureIdentity.ANNA).put(MEMBERSHIPS + "/hank").is(200);
        fixture.as(FixtureIdentity.ANNA).put(MEMBERSHIPS + "/hank").is(200);
        assertMails("invited hank harbor");
    }

    @Test
    @DisplayName("PUT memberships mails who is made an owner, and not who ceases to be one (R79, R80)")
    void mailsNewOwners() {
        people.assign(FixtureIdentity.ANNA, "dirk", "admin").is(200);
        assertMails("made_owner dirk harbor");
        people.assign(FixtureIdentity.ANNA, "dirk", "admin").is(200);
        people.assign(FixtureIdentity.ANNA, "dirk", "member").is(200);
        people.assign(FixtureIdentity.ANNA, "bert", "member").is(200);
        assertMails("made_owner dirk harbor");
    }

    @Test
    @DisplayName("DELETE mails who is removed, by either address, and whose invitation is cancelled (R87)")
    void mailsTheRemoved() {
        fixture.as(FixtureIdentity.ANNA).delete(MEMBERSHIPS + "/dirk").is(204);
        fixture.as(FixtureIdentity.ANNA).delete(MEMBERSHIPS + "/edda").is(204);
        fixture.as(FixtureIdentity.ANNA).delete(MEMBERS + "/cleo").is(204);
        assertMails("removed dirk harbor", "invitation_cancelled edda harbor", "removed cleo harbor");
    }

    @Test
    @DisplayName("POST and DELETE invitations mail the user or the address, and nobody of one that failed")
    void mailsAddresses() {
        fixture.clock("2030-01-01T00:00:00Z");
        String invitations = "/orgs/harbor/invitations";
        fixture.as(FixtureIdentity.ANNA)
                .post(invitations, "{\"invitee_id\": 208}")
                .is(201);
        fixture.as(FixtureIdentity.ANNA).delete(invitations + "/208").is(204);
        String zoe = fixture.as(FixtureIdentity.ANNA)
                .post(invitations, "{\"email\": \"zoe@example.com\"}")
                .is(201)
                .member("id");
        fixture.as(FixtureIdentity.ANNA).delete(invitations + "/" + zoe).is(204);
        fixture.as(FixtureIdentity.ANNA).delete(invitations + "/205").is(204);
        assertMails(
                "invited hank harbor",
                "invitation_cancelled hank harbor",
                "invited zoe@example.com harbor",
                "invitation_cancelled zoe@example.com harbor");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE /orgs/quay/memberships/anna",
                "DELETE /orgs/harbor/memberships/hank",
                "PUT /orgs/quay/memberships/anna",
                "PUT /orgs/quay/memberships/nobody",
                "PUT /orgs/quay/memberships/acme"
            })
    @DisplayName("What is refused sends no mail")
    void mailsNoRefusals(String request) {
        String[] parts = request.split(" ");
        HttpAnswer answer = fixture.as(FixtureIdentity.ANNA).send(parts[0], parts[1], BodyPublishers.ofString("{}"));
        assertEquals(4, answer.status() / 100);
        assertMails();
    }

    @Test
    @DisplayName("A mail bears the time of the world's clock, and its number counts from the last reset")
    void datesMails() {
        fixture.clock("2030-01-01T00:00:00Z");
        fixture.as(FixtureIdentity.ANNA).put(MEMBERSHIPS + "/hank").is(200);
        JsonNode mail = mails().get(0);
        assertEquals(
                "2030-01-01T00:00:00Z 1",
                mail.path("sent_at").asText() + " " + mail.path("number").asText());
    }

    private void assertMails(String... expected) {
        assertEquals(
                List.of(expected),
                StreamSupport.stream(mails().spliterator(), false)
                        .map(mail -> mail.path("subject").asText() + " "
                                + mail.path("to").asText() + " "
                                + mail.path("organization").asText())
                        .toList());
    }

    private JsonNode mails() {
        return fixture.control().get("/mails").is(200).json();
    }
}
