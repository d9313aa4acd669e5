package dev.hubtwin.internal.contract.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import am.ik.webhook.WebhookVerifier;
import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.contract.config.FixtureIdentity;
import dev.hubtwin.internal.contract.scenario.Fixture;
import dev.hubtwin.internal.contract.scenario.FixtureScenarios;
import dev.hubtwin.internal.contract.scenario.PeopleSteps;
import dev.hubtwin.internal.contract.support.TwinExtension;
import dev.hubtwin.internal.contract.webhooks.WebhookSteps;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a real receiver hears when somebody calls the API (R112, R122, R123). */
@FixtureScenarios
@ExtendWith(TwinExtension.class)
class EventsTest {

    private final Fixture fixture;
    private final PeopleSteps people;
    private final WebhookSteps hooks;
    private VerifyingReceiver receiver;

    EventsTest(Fixture fixture) {
        this.fixture = fixture;
        this.people = new PeopleSteps(fixture);
        this.hooks = new WebhookSteps(fixture);
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
    @DisplayName("A delivery has every header, and names the organization, the webhook and the sender (R123)")
    void hasHeaders() throws Exception {
        String hook = receiver.hook();
        fixture.as(FixtureIdentity.WADE_ADMIN_ORG)
                .put("/orgs/buoy/memberships/hank")
                .is(200);
        HookReceiver.Delivery heard = receiver.next();
        assertEquals("organization member_invited", heard.event());
        assertTrue(heard.header("User-Agent").startsWith("GitHub-Hookshot/"));
        assertEquals("application/json", heard.header("Content-Type"));
        assertEquals(hook.substring(hook.lastIndexOf('/') + 1), heard.header("X-GitHub-Hook-ID"));
        assertEquals(
                "9401 organization",
                heard.header("X-GitHub-Hook-Installation-Target-ID") + " "
                        + heard.header("X-GitHub-Hook-Installation-Target-Type"));
        assertTrue(heard.header("X-GitHub-Delivery").matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"));
        assertEquals(
                fixture.target().enterprise() ? "2.22.0 127.0.0.1" : "null null",
                heard.header("X-GitHub-Enterprise-Version") + " " + heard.header("X-GitHub-Enterprise-Host"));
        JsonNode payload = heard.payload();
        assertEquals(
                "buoy wade hank",
                payload.at("/organization/login").asText() + " "
                        + payload.at("/sender/login").asText() + " "
                        + payload.at("/user/login").asText());
        assertEquals(
                "hank direct_member wade",
                payload.at("/invitation/login").asText() + " "
                        + payload.at("/invitation/role").asText()
                        + " " + payload.at("/invitation/inviter/login").asText());
        assertFalse(payload.has("installation"));
    }

    @Test
    @DisplayName("A webhook without a secret is not signed, and a form has its payload in a field (R111, R112)")
    void sendsForms() throws Exception {
        hooks.make(FixtureIdentity.WADE, "{\"url\": \"" + receiver.url("/form") + "\"}")
                .is(201);
        HookReceiver.Delivery heard = receiver.nextUnverified();
        assertEquals("application/x-www-form-urlencoded", heard.header("Content-Type"));
        assertNull(heard.header("X-Hub-Signature"));
        assertNull(heard.header("X-Hub-Signature-256"));
        assertTrue(new String(heard.body(), StandardCharsets.UTF_8).startsWith("payload=%7B%22zen%22"));
        assertEquals(
                List.of("zen", "hook_id", "hook", "organization", "sender"), VerifyingReceiver.names(heard.payload()));
        VerifyingReceiver.parse(heard);
        hooks.make(
                        FixtureIdentity.WADE,
                        "{\"url\": \"" + receiver.url("/signed") + "\", \"secret\": \"" + VerifyingReceiver.SECRET
                                + "\"}")
                .is(201);
        assertEquals("/signed", receiver.next().path());
    }

    @Test
    @DisplayName(
            "A secret that was masked and is sent back signs as it is, and any word but json means a form (R111, R118)")
    void signsWithTheMask() throws Exception {
        String config =
                "{\"url\": \"" + receiver.url("/masked") + "\", \"content_type\": \"application/json\", \"secret\": ";
        String made =
                hooks.make(FixtureIdentity.WADE, config + "\"first\"}").is(201).header("Location");
        assertEquals(
                "application/x-www-form-urlencoded", receiver.nextUnverified().header("Content-Type"));
        fixture.as(FixtureIdentity.WADE)
                .patch(made, "{\"config\": " + config + "\"********\"}}")
                .is(200);
        fixture.as(FixtureIdentity.WADE).post(made + "/pings", "").is(204);
        HookReceiver.Delivery heard = receiver.nextUnverified();
        WebhookVerifier.gitHubSha256("********").verify(heard.body(), heard.header("X-Hub-Signature-256"));
    }

    @Test
    @DisplayName(
            "Who is invited, comes, leaves or is converted is told, with teams and repositories, and nothing else is")
    void tellsOfPeople() throws Exception {
        String hook = receiver.hook();
        fixture.as(FixtureIdentity.WADE_ADMIN_ORG)
                .put("/orgs/buoy/memberships/hank")
                .is(200);
        assertEquals(List.of("organization member_invited"), receiver.eventsBeforePing(hook));
        fixture.as(FixtureIdentity.WADE_ADMIN_ORG)
                .put("/orgs/buoy/memberships/hank", "{\"role\": \"admin\"}")
                .is(200);
        fixture.as(FixtureIdentity.WADE_ADMIN_ORG)
                .put("/orgs/buoy/memberships/hank", "{\"role\": \"member\"}")
                .is(200);
        assertEquals(List.of(), receiver.eventsBeforePing(hook));
        people.accept(FixtureIdentity.HANK, "buoy").is(200);
        people.accept(FixtureIdentity.HANK, "buoy").is(200);
        assertEquals(List.of("organization member_added"), receiver.eventsBeforePing(hook));
        fixture.as(FixtureIdentity.WADE_ADMIN_ORG)
                .put("/orgs/buoy/memberships/hank", "{\"role\": \"admin\"}")
                .is(200);
        fixture.as(FixtureIdentity.HANK).put("/orgs/buoy/public_members/hank").is(204);
        fixture.as(FixtureIdentity.HANK)
                .delete("/orgs/buoy/public_members/hank")
                .is(204);
        fixture.as(FixtureIdentity.WADE_ADMIN_ORG)
                .patch("/orgs/buoy", "{\"description\": \"Shines\"}")
                .is(200);
        assertEquals(List.of(), receiver.eventsBeforePing(hook));
        fixture.as(FixtureIdentity.WADE_ADMIN_ORG)
                .delete("/orgs/buoy/members/mona")
                .is(204);
        assertEquals(
                List.of("membership removed", "member removed", "organization member_removed"),
                receiver.eventsBeforePing(hook));
        fixture.as(FixtureIdentity.WADE_ADMIN_ORG)
                .put("/orgs/buoy/outside_collaborators/nell")
                .is(204);
        assertEquals(
                List.of("membership removed", "member added", "organization member_removed"),
                receiver.eventsBeforePing(hook));
        fixture.as(FixtureIdentity.WADE_ADMIN_ORG)
                .delete("/orgs/buoy/outside_collaborators/dana")
                .is(204);
        fixture.as(FixtureIdentity.WADE_ADMIN_ORG)
                .delete("/orgs/buoy/outside_collaborators/dana")
                .is(204);
        assertEquals(List.of("member removed"), receiver.eventsBeforePing(hook));
        fixture.as(FixtureIdentity.WADE_ADMIN_ORG)
                .delete("/orgs/buoy/memberships/hank")
                .is(204);
        fixture.as(FixtureIdentity.WADE_ADMIN_ORG)
                .put("/orgs/buoy/memberships/anna")
                .is(200);
        fixture.as(FixtureIdentity.WADE_ADMIN_ORG)
                .delete("/orgs/buoy/memberships/anna")
                .is(204);
        assertEquals(
                List.of("organization member_removed", "organization member_invited"), receiver.eventsBeforePing(hook));
        fixture.as(FixtureIdentity.WADE_ADMIN_ORG)
                .delete("/orgs/buoy/members/wade")
                .is(403);
        assertEquals(List.of(), receiver.eventsBeforePing(hook));
    }

    @Test
    @DisplayName("A conversion that takes its time is told when it has happened (R100)")
    void tellsOfTime() throws Exception {
        String hook = receiver.hook();
        receiver.merge("{\"settings\": {\"async_conversion\": \"PT1H\"}}");
        fixture.as(FixtureIdentity.WADE_ADMIN_ORG)
                .put("/orgs/buoy/outside_collaborators/nell")
                .is(202);
        assertEquals(List.of(), receiver.eventsBeforePing(hook));
        fixture.clock("PT2H");
        assertEquals(
                List.of("membership removed", "member added", "organization member_removed"),
                receiver.eventsBeforePing(hook));
    }

    @Test
    @DisplayName("A webhook hears of a new repository, and of the team that gets it (decisions)")
    void hearsOfNewRepositories() throws Exception {
        receiver.hook();
        fixture.merge("{\"organizations\": [{\"login\": \"buoy\", \"teams\": [{\"slug\": \"crew\", \"id\": 9601}]}]}");
        fixture.as(FixtureIdentity.WADE_ADMIN_ORG)
                .post("/orgs/buoy/repos", "{\"name\": \"anchor\", \"team_id\": 9601}")
                .is(201);
        HookReceiver.Delivery made = receiver.next();
        assertEquals("repository created", made.event());
        assertEquals(
                List.of("action", "repository", "organization", "sender"), VerifyingReceiver.names(made.payload()));
        assertEquals("buoy/anchor", made.payload().at("/repository/full_name").asText());
        HookReceiver.Delivery given = receiver.next();
        assertEquals("team added_to_repository", given.event());
        assertEquals("anchor", given.payload().at("/repository/name").asText());
    }

    @Test
    @DisplayName("A webhook hears only what it subscribed to while it is active, and a meta when it is deleted")
    void tellsSubscribersOnly() throws Exception {
        String hook = receiver.hook();
        fixture.as(FixtureIdentity.WADE)
                .patch(hook, "{\"events\": [\"membership\"]}")
                .is(200);
        fixture.as(FixtureIdentity.WADE_ADMIN_ORG)
                .delete("/orgs/buoy/members/mona")
                .is(204);
        assertEquals(List.of("membership removed"), receiver.eventsBeforePing(hook));
        fixture.as(FixtureIdentity.WADE)
                .patch(hook, "{\"active\": false, \"events\": [\"*\"]}")
                .is(200);
        fixture.as(FixtureIdentity.WADE_ADMIN_ORG)
                .put("/orgs/buoy/memberships/hank")
                .is(200);
        assertEquals(List.of(), receiver.eventsBeforePing(hook));
        fixture.as(FixtureIdentity.WADE).patch(hook, "{\"active\": true}").is(200);
        fixture.as(FixtureIdentity.WADE).delete(hook).is(204);
        HookReceiver.Delivery last = receiver.next();
        assertEquals("meta deleted", last.event());
        assertEquals(
                List.of("action", "hook_id", "hook", "organization", "sender"),
                VerifyingReceiver.names(last.payload()));
    }

    @Test
    @DisplayName("The webhook of a repository hears of its collaborators, and not of teams or of the organization")
    void tellsRepositories() throws Exception {
        String hook = receiver.hook("/repos/buoy/light/hooks");
        fixture.as(FixtureIdentity.WADE_ADMIN_ORG)
                .delete("/orgs/buoy/members/mona")
                .is(204);
        HookReceiver.Delivery heard = receiver.next();
        assertEquals("member removed", heard.event());
        assertEquals("repository", heard.header("X-GitHub-Hook-Installation-Target-Type"));
        assertEquals(
                heard.payload().at("/repository/id").asText(), heard.header("X-GitHub-Hook-Installation-Target-ID"));
        assertEquals(
                List.of("action", "member", "repository", "organization", "sender"),
                VerifyingReceiver.names(heard.payload()));
        assertEquals(List.of(), receiver.eventsBeforePing(hook));
        receiver.sendEventsOfMerges();
        receiver.merge("""
            {"organizations": [{"login": "buoy", "teams": [{"slug": "lamp", "repositories": [
                {"name": "light", "$delete": true}]}]}],
             "repositories": [{"owner": "buoy", "name": "bell", "collaborators": [
                {"login": "dana", "permission": "pull"}]}]}""");
        assertEquals(List.of(), receiver.eventsBeforePing(hook));
        fixture.as(FixtureIdentity.WADE).delete(hook).is(204);
        HookReceiver.Delivery last = receiver.next();
        assertEquals("meta deleted", last.event());
        assertEquals(
                List.of("action", "hook_id", "hook", "repository", "sender"), VerifyingReceiver.names(last.payload()));
    }

    @Test
    @DisplayName("What an installation does is done by its bot; and that is told")
    void namesTheBot() throws Exception {
        String hook = receiver.hook();
        fixture.as(FixtureIdentity.BUOY).post(hook + "/pings", "").is(204);
        JsonNode sender = receiver.next().payload().path("sender");
        assertEquals(
                "twin-app[bot] Bot",
                sender.path("login").asText() + " " + sender.path("type").asText());
    }
}
