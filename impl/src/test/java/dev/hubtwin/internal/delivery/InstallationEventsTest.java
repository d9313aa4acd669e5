package dev.hubtwin.internal.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hubtwin.internal.event.AttributedEvent;
import dev.hubtwin.internal.event.EventSource;
import dev.hubtwin.internal.event.WebhookEvent;
import dev.hubtwin.internal.event.WebhookEvents;
import dev.hubtwin.internal.event.WebhookEvents.Fate;
import dev.hubtwin.internal.rest.Dialect;
import dev.hubtwin.internal.rest.Links;
import dev.hubtwin.internal.seed.SeedCodec;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.app.Installation;
import dev.hubtwin.internal.world.app.Installation.Suspension;
import dev.hubtwin.internal.world.app.Installation.Via;
import dev.hubtwin.internal.world.repository.Repository;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Events of installations")
class InstallationEventsTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Links LINKS = new Links("http://localhost:8080", "", Dialect.GITHUB_COM);
    private static final World WORLD = SeedCodec.read("""
      users: [{login: wade, id: 1}, {login: mona, id: 2}]
      organizations: [{login: beacon, id: 9, members: [{login: mona, role: admin}, {login: wade, role: admin}]}]
      repositories: [{owner: beacon, name: light, id: 5, visibility: private}, {owner: beacon, name: mirror, id: 6}]
      apps:
        - slug: ear
          id: 77
          owner: wade
          permissions: {metadata: read}
          webhook: {url: "http://127.0.0.1:9/", secret: hush}
          installations: [{id: 770, account: beacon, repository_selection: selected, repositories: [light]}]
      """, "application/yaml", NOW);
    private static final Installation ONE =
            WORLD.apps().installations().installation(770).orElseThrow();

    private static JsonNode payload(WebhookEvent what, EventSource cause) throws IOException {
        return new ObjectMapper()
                .readTree(PayloadWriter.json(
                        new AttributedEvent(what, cause),
                        SubscriberLookup.of(what).get(0).installation(),
                        null));
    }

    @ParameterizedTest
    @CsvSource({"CREATED, true", "DELETED, true", "SUSPEND, false", "UNSUSPEND, false", "NEW_PERMISSIONS_ACCEPTED, true"
    })
    @DisplayName("say what became of one to its app, unasked, with the repositories where GitHub lists them")
    void tellWhatBecame(Fate fate, boolean lists) throws IOException {
        WebhookEvent what = WebhookEvents.installation(WORLD, ONE, fate);
        assertEquals(
                List.of(new Subscriber(
                        Subscriber.Kind.INTEGRATION,
                        77,
                        77,
                        770L,
                        WORLD.apps().app(77).orElseThrow().webhook().config())),
                SubscriberLookup.of(what));
        JsonNode payload = payload(what, new EventSource(null, null, 77L, LINKS, false));
        assertEquals(fate.name().toLowerCase(), payload.path("action").asText());
        assertEquals(
                "770 beacon ear 9 Organization selected",
                payload.at("/installation/id") + " "
                        + payload.at("/installation/account/login").asText() + " "
                        + payload.at("/installation/app_slug").asText() + " "
                        + payload.at("/installation/target_id") + " "
                        + payload.at("/installation/target_type").asText() + " "
                        + payload.at("/installation/repository_selection").asText());
        assertEquals("wade", payload.at("/sender/login").asText(), "for an app its owner acts");
        assertEquals(lists, payload.has("repositories"));
        assertFalse(payload.has("organization"));
        if (lists) {
            assertEquals(
                    "beacon/light true 1",
                    payload.at("/repositories/0/full_name").asText() + " " + payload.at("/repositories/0/private") + " "
                            + payload.path("repositories").size());
        }
    }

    @Test
    @DisplayName("name who suspended it, and still reach the app that is suspended (R143)")
    void tellOfSuspensions() throws IOException {
        Installation suspended = ONE.with(new Suspension(NOW, 1L, Via.APP), NOW);
        World with = WORLD.with(WORLD.apps().with(WORLD.apps().installations().with(suspended)));
        JsonNode payload =
                payload(WebhookEvents.installation(with, suspended, Fate.SUSPEND), EventSource.nobody(LINKS));
        assertEquals(
                "wade 2026-01-01T00:00:00Z",
                payload.at("/installation/suspended_by/login").asText() + " "
                        + payload.at("/installation/suspended_at").asText());
        assertEquals(
                "mona", payload.at("/sender/login").asText(), "for nobody in particular the first owner, by login");
        List<Repository> some = List.of(with.repositories().repository(6).orElseThrow());
        assertEquals(
                List.of(), SubscriberLookup.of(WebhookEvents.installationRepositories(with, suspended, true, some)));
    }

    @Test
    @DisplayName("list repositories that came or went")
    void tellOfRepositories() throws IOException {
        List<Repository> some =
                new ArrayList<>(List.of(WORLD.repositories().repository(6).orElseThrow()));
        JsonNode added =
                payload(WebhookEvents.installationRepositories(WORLD, ONE, true, some), EventSource.nobody(LINKS));
        assertEquals(
                "added mirror 0",
                added.path("action").asText() + " "
                        + added.at("/repositories_added/0/name").asText() + " "
                        + added.path("repositories_removed").size());
        JsonNode removed =
                payload(WebhookEvents.installationRepositories(WORLD, ONE, false, some), EventSource.nobody(LINKS));
        assertEquals(
                "removed mirror 0",
                removed.path("action").asText() + " "
                        + removed.at("/repositories_removed/0/name").asText() + " "
                        + removed.path("repositories_added").size());
    }

    @Test
    @DisplayName("The webhook of an app is pinged with the app's id and without its secret")
    void pingApps() throws IOException {
        WebhookEvent ping = WebhookEvents.ping(WORLD, WORLD.apps().app(77).orElseThrow());
        JsonNode payload = payload(ping, EventSource.ofUser(1L, LINKS));
        assertEquals(
                "App 77 77 ********",
                payload.at("/hook/type").asText() + " " + payload.at("/hook/app_id") + " " + payload.path("hook_id")
                        + " " + payload.at("/hook/config/secret").asText());
        assertTrue(payload.path("zen").isTextual());
    }
}
