package dev.hubtwin.internal.contract.events;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hubtwin.internal.contract.config.FixtureIdentity;
import dev.hubtwin.internal.contract.scenario.Fixture;
import dev.hubtwin.internal.contract.scenario.FixtureScenarios;
import dev.hubtwin.internal.contract.support.TwinExtension;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What apps hear, and what is heard when the world is arranged by hand. */
@FixtureScenarios
@ExtendWith(TwinExtension.class)
class AppEventsTest {

    private final Fixture fixture;
    private VerifyingReceiver receiver;

    AppEventsTest(Fixture fixture) {
        this.fixture = fixture;
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
    @DisplayName(
            "An app that is installed hears of it by its permissions and events, and not while it is suspended (R143)")
    void tellsApps() throws Exception {
        String app = """
        {"apps": [{"slug": "ear", "id": 77, "owner": "wade", "permissions": {"members": "read"},
            "events": ["organization", "member"],
          "webhook": {"url": "%s", "secret": "%s", "content_type": "json"},
          "installations": [{"id": 770, "account": "buoy"%s}]}]}""";
        String url = receiver.url("/app");
        receiver.merge(app.formatted(url, VerifyingReceiver.SECRET, ""));
        assertEquals(
                "ping, installation created",
                receiver.eventsOfMerge(
                        app.replace("ear", "eye").replace("77", "78").formatted(url, VerifyingReceiver.SECRET, ""), 2));
        fixture.as(FixtureIdentity.WADE_ADMIN_ORG)
                .put("/orgs/buoy/memberships/hank")
                .is(200);
        HookReceiver.Delivery one = receiver.next();
        HookReceiver.Delivery other = receiver.next();
        assertEquals("organization member_invited organization member_invited", one.event() + " " + other.event());
        HookReceiver.Delivery ear = one.header("X-GitHub-Hook-ID").equals("77") ? one : other;
        assertEquals(
                "77 77 integration",
                ear.header("X-GitHub-Hook-ID") + " "
                        + ear.header("X-GitHub-Hook-Installation-Target-ID")
                        + " " + ear.header("X-GitHub-Hook-Installation-Target-Type"));
        assertEquals(770, ear.payload().at("/installation/id").asInt());
        receiver.merge("{\"apps\": [{\"slug\": \"eye\", \"$delete\": true}]}");
        receiver.merge(
                "{\"apps\": [{\"slug\": \"ear\", \"installations\": [{\"id\": 770, \"permissions\": {\"metadata\": "
                        + "\"read\"}}]}]}");
        fixture.as(FixtureIdentity.WADE_ADMIN_ORG)
                .delete("/orgs/buoy/memberships/hank")
                .is(204);
        fixture.as(FixtureIdentity.WADE_ADMIN_ORG)
                .put("/orgs/buoy/memberships/hank")
                .is(200);
        receiver.merge(app.formatted(
                url,
                VerifyingReceiver.SECRET,
                ", \"permissions\": {\"members\": \"write\"}, \"suspended_at\": " + "\"2026-01-01T00:00:00Z\""));
        fixture.as(FixtureIdentity.WADE_ADMIN_ORG)
                .delete("/orgs/buoy/members/mona")
                .is(204);
        assertEquals(
                "installation unsuspend",
                receiver.eventsOfMerge(
                        "{\"apps\": [{\"slug\": \"ear\", \"installations\": [{\"id\": 770, \"suspended_at\": null, \"suspended_by\": "
                                + "null}]}]}",
                        1));
        fixture.as(FixtureIdentity.WADE_ADMIN_ORG)
                .delete("/orgs/buoy/members/nell")
                .is(204);
        assertEquals("organization member_removed", receiver.next().event());
    }

    @Test
    @DisplayName("PATCH /_twin/state?events=true tells of everything as if somebody had done it on GitHub; without it "
            + "nothing is told")
    void tellsOfMerges() throws Exception {
        String hook = receiver.hook();
        String app = """
        {"apps": [{"slug": "ear", "id": 77, "owner": "wade", "permissions": {"members": "read"}, "events": ["organization"],
          "webhook": {"url": "%s", "secret": "%s", "content_type": "json", "active": %s},
          "installations": [{"id": 770, "account": "buoy", %s}]}]}""";
        String url = receiver.url("/app");
        receiver.merge(app.formatted(
                url, VerifyingReceiver.SECRET, "true", "\"repository_selection\": \"selected\", \"repositories\": []"));
        receiver.merge("{\"organizations\": [{\"login\": \"buoy\", \"members\": [{\"login\": \"hank\"}]}]}");
        assertEquals(List.of(), receiver.eventsBeforePing(hook));
        receiver.sendEventsOfMerges();
        receiver.merge(app.formatted(url, VerifyingReceiver.SECRET, "true", "\"repositories\": [\"light\"]"));
        assertEquals("installation_repositories added", receiver.next().event());
        receiver.merge(
                app.formatted(url, VerifyingReceiver.SECRET, "true", "\"permissions\": {\"members\": \"write\"}"));
        assertEquals("installation new_permissions_accepted", receiver.next().event());
        receiver.merge(
                app.formatted(url, VerifyingReceiver.SECRET, "true", "\"suspended_at\": \"2026-01-01T00:00:00Z\""));
        HookReceiver.Delivery suspend = receiver.next();
        assertEquals(
                "installation suspend wade",
                suspend.event() + " "
                        + suspend.payload()
                                .at("/installation/suspended_by/login")
                                .asText());
        receiver.merge("{\"apps\": [{\"slug\": \"ear\", \"installations\": [{\"id\": 770, \"$delete\": true}]}]}");
        HookReceiver.Delivery deleted = receiver.next();
        assertEquals(
                "installation deleted buoy/light",
                deleted.event() + " "
                        + deleted.payload().at("/repositories/0/full_name").asText());
        receiver.merge("""
        {"organizations": [{"login": "buoy", "members": [{"login": "mona", "$delete": true}, {"login": "edda",
            "state": "pending"}, {"login": "dirk"}],
          "teams": [{"slug": "lamp", "description": "Light", "members": ["nell", "hank"],
          "repositories": [{"name": "light", "$delete": true}]}, {"slug": "mirror", "members": ["dirk"]}],
          "hooks": [{"id": 11, "$delete": true}]}],
         "repositories": [{"owner": "buoy", "name": "light", "collaborators": [{"login": "dana",
         "permission": "push"}, {"login": "mona", "$delete": true}]}]}
        """);
        assertEquals(
                List.of(
                                "team edited",
                                "team removed_from_repository",
                                "team created",
                                "membership removed",
                                "member removed",
                                "organization member_removed",
                                "organization member_added",
                                "membership added",
                                "organization member_invited",
                                "membership added",
                                "member edited")
                        .stream()
                        .sorted()
                        .toList(),
                receiver.eventsBeforePing(hook).stream().sorted().toList());
        receiver.merge("{\"organizations\": [{\"login\": \"buoy\", \"$delete\": true}]}");
        assertEquals("organization deleted", receiver.next().event());
        assertEquals("meta deleted", receiver.next().event());
    }
}
