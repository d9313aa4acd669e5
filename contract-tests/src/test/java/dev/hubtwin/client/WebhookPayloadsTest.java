package dev.hubtwin.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.SentDelivery;
import dev.hubtwin.TwinWorld;
import dev.hubtwin.client.model.OrganizationEvent;
import dev.hubtwin.client.model.PingEvent;
import dev.hubtwin.client.model.WebhookConfigCreate;
import dev.hubtwin.client.model.WebhookName;
import dev.hubtwin.junit.HubtwinTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the twin sends to webhooks, as the client checks and reads it. */
@HubtwinTest
class WebhookPayloadsTest {

    private static final String SECRET = "s3cret";

    @Test
    void everyEventIsSignedAndHasNoMemberThatIsNotDescribed(TwinWorld world) {
        GitHubClient olivia = world.asUser("olivia");
        world.state().merge("""
            {"apps": [{"slug": "twin-app", "webhook": {"url": "http://127.0.0.1:9/app", "secret": "s3cret"}}]}""");
        long hook = hook(olivia, "json");
        olivia.memberships().set("acme", "carol").execute();
        olivia.members().remove("acme", "mike");
        olivia.outsideCollaborators().convert("acme", "sofia");
        world.state().mergeWithEvents("""
            {"organizations": [{"login": "acme", "teams": [{"slug": "new", "name": "New"}]}],
             "apps": [{"slug": "twin-app", "installations": [{"account": "acme", "repositories": ["widgets"]}]}]}""");
        world.asApp("twin-app").installations().suspend(555);
        world.asClient("Iv1.twinappdemo")
                .apps()
                .deleteAuthorization("Iv1.twinappdemo", "ghu_useruseruser")
                .execute();
        olivia.webhooks().delete("acme", hook);
        Set<String> ours = Set.of(Long.toString(hook), "4242");
        Set<String> events = new TreeSet<>();
        for (SentDelivery sent : world.deliveries().await()) {
            if (!ours.contains(sent.header("X-GitHub-Hook-ID"))
                    || sent.header("X-GitHub-Hook-Installation-Target-Type").equals("repository")) {
                continue; // to the webhooks of the demo world
            }
            assertTrue(Webhooks.verify(SECRET, sent.body(), sent.header("X-Hub-Signature-256")), sent::event);
            WebhookPayload payload = Webhooks.read(sent.event(), sent.body());
            assertNotEquals(UnknownEvent.class, payload.getClass(), sent::event);
            assertEquals(Map.of(), payload.getAdditionalProperties(), sent::event);
            events.add(sent.event());
        }
        assertEquals(
                Set.of(
                        "github_app_authorization",
                        "installation",
                        "installation_repositories",
                        "member",
                        "membership",
                        "meta",
                        "organization",
                        "ping",
                        "team"),
                events);
    }

    @Test
    void aFormIsReadAsWell(TwinWorld world) {
        hook(world.asUser("olivia"), "form");
        SentDelivery ping = world.deliveries().await().get(0);
        PingEvent event = assertInstanceOf(PingEvent.class, Webhooks.read(ping.event(), ping.body()));
        assertEquals("Organization", event.getHook().getType());
    }

    @Test
    void onlyWhoKnowsTheSecretIsBelieved() {
        byte[] body = "Hello, World!".getBytes(StandardCharsets.UTF_8);
        String signature = "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";
        assertTrue(Webhooks.verify("It's a Secret to Everybody", body, signature), "GitHub's own example");
        assertFalse(Webhooks.verify("another", body, signature));
        assertFalse(Webhooks.verify("It's a Secret to Everybody", body, signature.replace('7', '8')));
        assertFalse(Webhooks.verify("It's a Secret to Everybody", body, null));
        assertFalse(Webhooks.verify("It's a Secret to Everybody", body, ""));
    }

    @Test
    void whatIsNotDescribedIsKept() {
        byte[] body = "{\"action\": \"starred\", \"new\": {\"a\": 1}}".getBytes(StandardCharsets.UTF_8);
        assertEquals(
                Map.of("action", "starred", "new", Map.of("a", 1)),
                assertInstanceOf(UnknownEvent.class, Webhooks.read("star", body))
                        .getAdditionalProperties());
        OrganizationEvent event = assertInstanceOf(OrganizationEvent.class, Webhooks.read("organization", body));
        assertEquals("starred", event.getAction());
        assertEquals(Map.of("new", Map.of("a", 1)), event.getAdditionalProperties());
        byte[] form = ("payload=" + URLEncoder.encode("{\"zen\": \"Größe\"}", StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.US_ASCII);
        assertEquals(
                "Größe",
                assertInstanceOf(PingEvent.class, Webhooks.read("ping", form)).getZen());
        assertThrows(
                IllegalArgumentException.class,
                () -> Webhooks.read("ping", "no JSON".getBytes(StandardCharsets.UTF_8)));
    }

    private static long hook(GitHubClient client, String type) {
        return client.webhooks()
                .create(
                        "acme",
                        WebhookName.WEB,
                        WebhookConfigCreate.builder()
                                .url("http://127.0.0.1:9/")
                                .contentType(type)
                                .secret(SECRET)
                                .build())
                .events(List.of("*"))
                .execute()
                .getId();
    }
}
