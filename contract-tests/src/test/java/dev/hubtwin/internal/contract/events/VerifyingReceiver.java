package dev.hubtwin.internal.contract.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import am.ik.webhook.WebhookAuthenticationException;
import am.ik.webhook.WebhookVerifier;
import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.contract.config.FixtureIdentity;
import dev.hubtwin.internal.contract.description.UrlChecker;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.webhooks.WebhookSteps;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.kohsuke.github.GHEventPayload;
import org.kohsuke.github.GitHub;

/** A receiver that holds all it hears against libraries which are not the twin's (R112). */
public abstract class VerifyingReceiver extends WebhookSteps {

    static final String SECRET = "It's a secret, \u00fcber all";
    private static final Map<String, Class<? extends GHEventPayload>> KNOWN = Map.of(
            "ping", GHEventPayload.Ping.class,
            "member", GHEventPayload.Member.class,
            "membership", GHEventPayload.Membership.class,
            "team", GHEventPayload.Team.class,
            "installation", GHEventPayload.Installation.class,
            "installation_repositories", GHEventPayload.InstallationRepositories.class);

    HookReceiver receiver;
    /** Whether merges are told of. */
    boolean loud;

    @BeforeEach
    void begin() throws IOException {
        changing();
        receiver = new HookReceiver();
        merge("""
        {"organizations": [{"login": "buoy", "teams": [{"slug": "lamp", "name": "Lamp", "members": ["mona", "nell"],
           "repositories": [{"name": "light", "permission": "push"}]}]}],
         "repositories": [{"owner": "buoy", "name": "light", "visibility": "private",
           "collaborators": [{"login": "mona", "permission": "admin"}, {"login": "dana", "permission": "pull"}]}]}
        """);
    }

    @AfterEach
    void end() {
        receiver.close();
    }

    /** A webhook of everything, whose first ping has been heard. */
    String hook() throws Exception {
        HttpAnswer made = post(
                        FixtureIdentity.WADE,
                        HOOKS,
                        "{\"name\": \"web\", \"events\": [\"*\"], \"config\": {\"url\": \"" + receiver.url("/hook")
                                + "\", \"content_type\": \"json\", \"secret\": \"" + SECRET + "\"}}")
                .is(201);
        assertEquals("ping", next().what());
        return made.header("Location");
    }

    /** What is heard next, signed as it should be and understood by hub4j. */
    HookReceiver.Heard next() throws Exception {
        HookReceiver.Heard heard = receiver.next();
        WebhookVerifier.gitHubSha1(SECRET).verify(heard.body(), heard.header("X-Hub-Signature"));
        WebhookVerifier.gitHubSha256(SECRET).verify(heard.body(), heard.header("X-Hub-Signature-256"));
        assertThrows(
                WebhookAuthenticationException.class,
                () -> WebhookVerifier.gitHubSha256("another")
                        .verify(heard.body(), heard.header("X-Hub-Signature-256")));
        parse(heard);
        assertFalse(new String(heard.body(), StandardCharsets.UTF_8).contains("ber all"), "the secret");
        if (!loud) { // the control API has a root of its own
            assertEquals(List.of(), new UrlChecker(target).strays(heard.payload()));
        }
        return heard;
    }

    static void parse(HookReceiver.Heard heard) throws IOException {
        Class<? extends GHEventPayload> type = KNOWN.get(heard.header("X-GitHub-Event"));
        if (type != null) {
            GHEventPayload parsed = GitHub.offline()
                    .parseEventPayload(new StringReader(heard.payload().toString()), type);
            assertEquals(
                    heard.payload().at("/sender/login").asText(),
                    parsed.getSender().getLogin());
        }
    }

    /** What is heard until a ping that is asked for now. */
    List<String> heard(String hook) throws Exception {
        post(FixtureIdentity.WADE, hook + "/pings", "").is(204);
        List<String> all = new ArrayList<>();
        for (String what = next().what(); !what.equals("ping"); what = next().what()) {
            all.add(what);
        }
        return all;
    }

    static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** The things that are heard of a merge that is told of. */
    String heardOf(String state, int count) throws Exception {
        loud = true;
        merge(state);
        List<String> heard = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            heard.add(next().what());
        }
        loud = false;
        return String.join(", ", heard);
    }

    @Override
    public void merge(String state) {
        if (loud) {
            control().patch("/state?events=true", state).is(204);
        } else {
            super.merge(state);
        }
    }
}
