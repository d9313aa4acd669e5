package dev.hubtwin.internal.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import dev.hubtwin.internal.delivery.DeliveryResult.Fate;
import dev.hubtwin.internal.event.DomainEvent;
import dev.hubtwin.internal.event.EventSource;
import dev.hubtwin.internal.event.WebhookEvents;
import dev.hubtwin.internal.journal.Journal;
import dev.hubtwin.internal.memory.HeapShares;
import dev.hubtwin.internal.recording.Recording;
import dev.hubtwin.internal.rest.Dialect;
import dev.hubtwin.internal.rest.Links;
import dev.hubtwin.internal.seed.SeedCodec;
import dev.hubtwin.internal.world.Settings;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.hook.Hook;
import dev.hubtwin.internal.world.hook.HookOwner;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.pcollections.TreePVector;

@DisplayName("Deliveries")
class DeliveryQueuesTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Links LINKS = new Links("http://localhost:8080", "", Dialect.GITHUB_COM);
    private static final World WORLD = SeedCodec.read("""
      users: [{login: wade, id: 1}]
      organizations: [{login: beacon, id: 9, members: [{login: wade, role: admin}]}]
      """, "application/yaml", NOW);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int EACH = Boolean.getBoolean("hubtwin.full") ? 100 : 20;

    private final WebhookSender courier =
            new WebhookSender(Clock.fixed(NOW, ZoneOffset.UTC), InetAddress::getAllByName);
    private final DeliveryQueues deliveries =
            new DeliveryQueues(courier, () -> Settings.DEFAULT, growth -> {}, Journal.NONE);

    @AfterEach
    void end() {
        courier.close();
    }

    private static Hook hook(long id, String url) {
        return new Hook(
                id,
                HookOwner.organization(9),
                new Hook.Delivery(url, "json", "s3cret", "0"),
                TreePVector.singleton("push"),
                true,
                1L,
                null,
                NOW,
                NOW);
    }

    /** A ping, which says by its date the how manieth it is. */
    private void ping(Hook hook, int number) {
        Hook dated = hook.with(hook.config(), hook.events(), true, NOW.plusSeconds(number));
        World with = WORLD.with(WORLD.hooks().with(dated));
        deliveries.offer(EventSource.nobody(LINKS).of(WebhookEvents.ping(with, dated)));
    }

    @Test
    @Timeout(120)
    @DisplayName("Those of 100 webhooks, thousands in all, arrive in the order of each, and none is lost")
    void keepTheOrder() throws Exception {
        try (TestWebhookReceiver receiver = TestWebhookReceiver.start()) {
            for (int i = 0; i < EACH; i++) {
                for (int id = 1; id <= 100; id++) {
                    ping(hook(id, receiver.url("/" + id)), i);
                }
            }
            Map<String, Integer> next = new HashMap<>();
            for (int i = 0; i < 100 * EACH; i++) {
                TestWebhookReceiver.Heard heard = receiver.next();
                int number = next.merge(heard.path(), 1, Integer::sum) - 1;
                assertEquals(
                        NOW.plusSeconds(number).toString(),
                        new ObjectMapper()
                                .readTree(heard.body())
                                .at("/hook/updated_at")
                                .textValue(),
                        heard.path());
            }
            assertEquals(100, next.size());
            courier.rest(PATIENCE);
            assertEquals(
                    1_000,
                    deliveries.all().stream()
                            .filter(one -> one.outcome().fate() == Fate.DELIVERED)
                            .count());
        }
    }

    @Test
    @DisplayName("that found no room find none when their world is rebuilt, and those that found some do")
    void findTheSameRoom() {
        Hook hook = hook(1, "http://127.0.0.1:9/");
        int all = HeapShares.PROCESS.deliveriesWaiting();
        IntStream.range(0, all).forEach(one -> courier.reserve());
        assertFalse(isQueued(Recording.at(NOW), hook));
        List<String> drawnThen = List.of("a GUID", "full");
        List<String> drawnLater = List.of("a GUID", "");
        assertTrue(isQueued(Recording.again(NOW, drawnLater), hook));
        courier.release(all);
        assertFalse(isQueued(Recording.again(NOW, drawnThen), hook));
        Recording roomy = Recording.at(NOW);
        assertTrue(isQueued(roomy, hook));
        assertEquals(drawnLater.get(1), roomy.drawn().get(1));
    }

    /** Whether a ping waits, which is caused as it is recorded. */
    private boolean isQueued(Recording recording, Hook hook) {
        return recording.during(() -> {
            ping(hook, 0);
            List<Delivery> all = deliveries.all();
            DeliveryResult outcome = all.get(all.size() - 1).outcome();
            return outcome == null || outcome.fate() != Fate.DROPPED;
        });
    }

    @Test
    @Timeout(60)
    @DisplayName("to a receiver that does not answer hold up nobody else")
    void holdUpNobody() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        try (TestWebhookReceiver dead = TestWebhookReceiver.start(exchange -> wait(over, exchange));
                TestWebhookReceiver alive = TestWebhookReceiver.start()) {
            for (int id = 1; id <= 40; id++) {
                ping(hook(id, dead.url("/" + id)), 0);
                ping(hook(id, dead.url("/" + id)), 1);
            }
            for (int id = 1; id <= 40; id++) {
                dead.next();
            }
            ping(hook(99, alive.url("/")), 0);
            assertEquals("/", alive.next().path());
            assertEquals(0, dead.waiting(), "the second ones wait for the first");
            over.countDown();
            courier.rest(PATIENCE);
            assertEquals(40, dead.waiting());
        }
    }

    private static void wait(CountDownLatch over, HttpExchange exchange) throws IOException {
        try {
            over.await();
            exchange.sendResponseHeaders(204, -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    @Timeout(60)
    @DisplayName(
            "beyond the bound are dropped, which is said and counted; when a world ends, what waits is dropped too")
    void areBounded() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        try (TestWebhookReceiver dead = TestWebhookReceiver.start(exchange -> wait(over, exchange))) {
            Hook hook = hook(1, dead.url("/"));
            World with = WORLD.with(WORLD.hooks().with(hook));
            DomainEvent ping = EventSource.nobody(LINKS).of(WebhookEvents.ping(with, hook));
            for (int i = 0; i < DeliveryQueues.QUEUED + 2; i++) {
                deliveries.offer(ping);
            }
            dead.next();
            List<Delivery> all = deliveries.all();
            assertEquals(1_000, all.size());
            assertEquals(
                    List.of(Fate.DROPPED, Fate.DROPPED),
                    all.stream()
                            .filter(one -> one.outcome() != null)
                            .map(one -> one.outcome().fate())
                            .toList());
            assertEquals(2, counted(Fate.DROPPED));
            assertEquals(DeliveryQueues.QUEUED, deliveries.end());
            deliveries.offer(ping);
            over.countDown();
            courier.rest(PATIENCE);
            assertEquals(0, dead.waiting());
            assertEquals(0, deliveries.end());
        }
    }

    /** How many there were with such an end, as metrics say it. */
    private double counted(Fate end) {
        return courier.measurements().stream()
                .filter(one -> one.labels().containsValue(end.word()))
                .mapToDouble(one -> one.value().getAsDouble())
                .sum();
    }

    @Test
    @Timeout(60)
    @DisplayName("are repeated byte for byte under the same GUID")
    void areRepeated() throws Exception {
        try (TestWebhookReceiver receiver = TestWebhookReceiver.start()) {
            ping(hook(1, receiver.url("/")), 0);
            TestWebhookReceiver.Heard first = receiver.next();
            courier.rest(PATIENCE);
            Delivery again = deliveries.repeat(deliveries.all().get(0), NOW, false);
            TestWebhookReceiver.Heard second = receiver.next();
            assertEquals(new String(first.body()), new String(second.body()));
            assertEquals(first.headers(), second.headers());
            assertTrue(again.redelivery());
            assertEquals(2, again.id());
        }
    }
}
