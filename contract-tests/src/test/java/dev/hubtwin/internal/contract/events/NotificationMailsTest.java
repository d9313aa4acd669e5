package dev.hubtwin.internal.contract.events;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.contract.config.FixtureIdentity;
import dev.hubtwin.internal.contract.http.HttpAnswer;
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
@ExtendWith(TwinExtension.class)
class NotificationMailsTest extends PeopleSteps {

    @BeforeEach
    void withoutMails() {
        changing();
        control().send("POST", "/reset", BodyPublishers.noBody()).is(204);
    }

    @Test
    @DisplayName("PUT memberships mails the invited, once; another role and a repetition send nothing (R77, R78)")
    void mailsTheInvited() {
        put(FixtureIdentity.ANNA, MEMBERSHIPS + "/hank").is(200);
        assertMails("invited hank harbor");
        assign(FixtureIdentity.ANNA, "hank", "admin").is(200);
        put(FixtureIdentity.ANNA, MEMBERSHIPS + "/hank").is(200);
        put(FixtureIdentity.ANNA, MEMBERSHIPS + "/hank").is(200);
        assertMails("invited hank harbor");
    }

    @Test
    @DisplayName("PUT memberships mails who is made an owner, and not who ceases to be one (R79, R80)")
    void mailsNewOwners() {
        assign(FixtureIdentity.ANNA, "dirk", "admin").is(200);
        assertMails("made_owner dirk harbor");
        assign(FixtureIdentity.ANNA, "dirk", "admin").is(200);
        assign(FixtureIdentity.ANNA, "dirk", "member").is(200);
        assign(FixtureIdentity.ANNA, "bert", "member").is(200);
        assertMails("made_owner dirk harbor");
    }

    @Test
    @DisplayName("DELETE mails who is removed, by either address, and whose invitation is cancelled (R87)")
    void mailsTheRemoved() {
        delete(FixtureIdentity.ANNA, MEMBERSHIPS + "/dirk").is(204);
        delete(FixtureIdentity.ANNA, MEMBERSHIPS + "/edda").is(204);
        delete(FixtureIdentity.ANNA, MEMBERS + "/cleo").is(204);
        assertMails("removed dirk harbor", "invitation_cancelled edda harbor", "removed cleo harbor");
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
        HttpAnswer answer = as(FixtureIdentity.ANNA).send(parts[0], parts[1], BodyPublishers.ofString("{}"));
        assertEquals(4, answer.status() / 100);
        assertMails();
    }

    @Test
    @DisplayName("A mail bears the time of the world's clock, and its number counts from the last reset")
    void datesMails() {
        clock("2030-01-01T00:00:00Z");
        put(FixtureIdentity.ANNA, MEMBERSHIPS + "/hank").is(200);
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
        return control().get("/mails").is(200).json();
    }
}
