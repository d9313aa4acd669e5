package dev.hubtwin.internal.contract.events;

import static dev.hubtwin.internal.contract.webhooks.WebhookSteps.HOOKS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import am.ik.webhook.WebhookAuthenticationException;
import am.ik.webhook.WebhookVerifier;
import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.contract.config.FixtureIdentity;
import dev.hubtwin.internal.contract.description.UrlChecker;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.scenario.Fixture;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kohsuke.github.GHEventPayload;
import org.kohsuke.github.GitHub;

/** Receives webhooks of a fixture and verifies each delivery with libraries of others (R112). */
final class VerifyingReceiver implements AutoCloseable {

    static final String SECRET = "It's a secret, \u00fcber all";
    private static final Map<String, Class<? extends GHEventPayload>> KNOWN = Map.of(
            "ping", GHEventPayload.Ping.class,
            "member", GHEventPayload.Member.class,
            "membership", GHEventPayload.Membership.class,
            "team", GHEventPayload.Team.class,
            "installation", GHEventPayload.Installation.class,
            "installation_repositories", GHEventPayload.InstallationRepositories.class);

    private final Fixture fixture;
    private final HookReceiver receiver = new HookReceiver();
    private boolean mergesSendEvents;

    /** Starts to listen, and gives buoy a team and a private repository with collaborators. */
    VerifyingReceiver(Fixture fixture) throws IOException {
        this.fixture = fixture;
        fixture.restoreAfterwards();
        fixture.merge("""
        {"organizations": [{"login": "buoy", "teams": [{"slug": "lamp", "name": "Lamp", "members": ["mona", "nell"],
           "repositories": [{"name": "light", "permission": "push"}]}]}],
         "repositories": [{"owner": "buoy", "name": "light", "visibility": "private",
           "collaborators": [{"login": "mona", "permission": "admin"}, {"login": "dana", "permission": "pull"}]}]}
        """);
    }

    /** Returns a URL of this receiver. */
    String url(String path) {
        return receiver.url(path);
    }

    /** Returns the next delivery without verifying it. */
    HookReceiver.Delivery nextUnverified() throws InterruptedException {
        return receiver.next();
    }

    /** Has the events of later merges sent. */
    void sendEventsOfMerges() {
        mergesSendEvents = true;
    }

    /** Makes a webhook of every event in buoy, and returns its URL after its first ping. */
    String hook() throws Exception {
        return hook(HOOKS);
    }

    /** Makes a webhook of every event in a list of webhooks, and returns its URL after its first ping. */
    String hook(String list) throws Exception {
        HttpAnswer made = fixture.as(FixtureIdentity.WADE)
                .post(
                        list,
                        "{\"name\": \"web\", \"events\": [\"*\"], \"config\": {\"url\": \"" + receiver.url("/hook")
                                + "\", \"content_type\": \"json\", \"secret\": \"" + SECRET + "\"}}")
                .is(201);
        assertEquals("ping", next().event());
        return made.header("Location");
    }

    /** Returns the next delivery, which must be signed correctly and be understood by hub4j. */
    HookReceiver.Delivery next() throws Exception {
        HookReceiver.Delivery heard = receiver.next();
        WebhookVerifier.gitHubSha1(SECRET).verify(heard.body(), heard.header("X-Hub-Signature"));
        WebhookVerifier.gitHubSha256(SECRET).verify(heard.body(), heard.header("X-Hub-Signature-256"));
        assertThrows(
                WebhookAuthenticationException.class,
                () -> WebhookVerifier.gitHubSha256("another")
                        .verify(heard.body(), heard.header("X-Hub-Signature-256")));
        parse(heard);
        assertFalse(new String(heard.body(), StandardCharsets.UTF_8).contains("ber all"), "the secret");
        if (!mergesSendEvents) { // the control API has a root of its own
            assertEquals(List.of(), new UrlChecker(fixture.target()).strays(heard.payload()));
        }
        return heard;
    }

    static void parse(HookReceiver.Delivery heard) throws IOException {
        Class<? extends GHEventPayload> type = KNOWN.get(heard.header("X-GitHub-Event"));
        if (type != null) {
            GHEventPayload parsed = GitHub.offline()
                    .parseEventPayload(new StringReader(heard.payload().toString()), type);
            assertEquals(
                    heard.payload().at("/sender/login").asText(),
                    parsed.getSender().getLogin());
        }
    }

    /** Returns the events and actions that arrive before a ping that is requested now. */
    List<String> eventsBeforePing(String hook) throws Exception {
        fixture.as(FixtureIdentity.WADE).post(hook + "/pings", "").is(204);
        List<String> all = new ArrayList<>();
        for (String what = next().event(); !what.equals("ping"); what = next().event()) {
            all.add(what);
        }
        return all;
    }

    static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Merges a state into the world and returns so many events and actions that are sent of it. */
    String eventsOfMerge(String state, int count) throws Exception {
        mergesSendEvents = true;
        merge(state);
        List<String> heard = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            heard.add(next().event());
        }
        mergesSendEvents = false;
        return String.join(", ", heard);
    }

    /** Merges a state into the world, with events if {@link #sendEventsOfMerges()} was called. */
    void merge(String state) {
        if (mergesSendEvents) {
            fixture.control().patch("/state?events=true", state).is(204);
        } else {
            fixture.merge(state);
        }
    }

    @Override
    public void close() {
        receiver.close();
    }
}
