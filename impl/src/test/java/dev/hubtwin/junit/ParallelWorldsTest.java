package dev.hubtwin.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.JsonTrees;
import dev.hubtwin.TwinWorld;
import dev.hubtwin.client.GitHubClient;
import dev.hubtwin.client.GitHubException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Two hundred tests at once, each in a world of its own, on one server. */
class ParallelWorldsTest {

    private static final int TESTS = 200;
    private static final Set<String> URLS = ConcurrentHashMap.newKeySet();
    private static final AtomicInteger RUNNING = new AtomicInteger();
    private static final AtomicInteger MOST = new AtomicInteger();

    @Test
    void nothingOfOneTestIsSeenInAnother() {
        JUnitRun.parallel(InParallel.class).passed(TESTS);
        assertEquals(TESTS, URLS.size(), "worlds");
        assertTrue(MOST.get() > 1, "they ran one after the other");
        Set<Integer> ports = URLS.stream().map(url -> URI.create(url).getPort()).collect(Collectors.toSet());
        assertEquals(1, ports.size(), "servers");
        int port = ports.iterator().next();
        assertThrows(ConnectException.class, () -> new Socket("127.0.0.1", port), "the server is closed at the end");
    }

    @HubtwinTest
    static class InParallel {

        @RepeatedTest(TESTS)
        void changesEverything(TwinWorld world, RepetitionInfo nth) {
            MOST.accumulateAndGet(RUNNING.incrementAndGet(), Math::max);
            URLS.add(world.url());
            GitHubClient olivia = world.asUser("olivia");
            untouched(world, olivia);
            olivia.organizations().update("acme").description(world.name()).execute();
            olivia.memberships().set("acme", "carol").execute();
            world.clock().advance(Duration.ofDays(nth.getCurrentRepetition()));
            world.faults().add(fault -> fault.operations("orgs/get").status(404));
            changedOnce(world, nth.getCurrentRepetition());
            RUNNING.decrementAndGet();
        }

        private static void untouched(TwinWorld world, GitHubClient olivia) {
            assertEquals("Makers of widgets", olivia.organizations().get("acme").getDescription());
            assertEquals(0, world.mails().size());
            assertEquals(0, world.deliveries().all().size());
            assertEquals(1, world.requests().size());
        }

        private static void changedOnce(TwinWorld world, int days) {
            assertEquals(
                    world.name(),
                    JsonTrees.state(world).at("/organizations/0/description").asText());
            assertEquals(1, world.mails().size());
            assertEquals(1, world.deliveries().await().size());
            assertEquals(3, world.requests().size());
            assertEquals(1, world.faults().all().size());
            assertTrue(Duration.between(world.clock().now(), Instant.now().plus(Duration.ofDays(days)))
                            .abs()
                            .toHours()
                    < 1);
            GitHubException struck = assertThrows(
                    GitHubException.class,
                    () -> world.anonymous().organizations().get("acme"));
            assertEquals(404, struck.status());
        }
    }
}
