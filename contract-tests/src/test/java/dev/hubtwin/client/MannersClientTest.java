package dev.hubtwin.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.TwinWorld;
import dev.hubtwin.client.control.model.RequestLogEntry;
import dev.hubtwin.junit.HubtwinTest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How the client bears what goes wrong, by the twin's faults and its clock: whoever waits moves that. */
@HubtwinTest
class MannersClientTest {

    private TwinWorld world;
    private Instant start;

    @BeforeEach
    void freeze(TwinWorld fresh) {
        world = fresh;
        start = world.clock().freeze();
    }

    private GitHubClient client(Retries retries) {
        Timer timer = duration -> {
            world.clock().advance(duration);
            return CompletableFuture.completedFuture(null);
        };
        return world.asUser("olivia").toBuilder()
                .retries(retries)
                .by(new WorldClock(world), timer, () -> Long.MAX_VALUE)
                .build();
    }

    private List<Integer> statuses() {
        return world.requests().stream().map(RequestLogEntry::getStatus).toList();
    }

    private Duration waited() {
        return Duration.between(start, world.clock().now());
    }

    @Test
    void whatFailsInPassingIsRepeated() {
        world.faults().add(fault -> fault.operations("orgs/get").status(503).times(2));
        assertEquals("acme", client(Retries.upTo(3)).organizations().get("acme").getLogin());
        assertEquals(List.of(200, 503, 503), statuses());
        assertTrue(waited().compareTo(Duration.ofSeconds(3)) <= 0, () -> "a second and two at most, not " + waited());
    }

    @Test
    void aConnectionThatIsDroppedIsRepeated() {
        world.faults().add(fault -> fault.operations("orgs/get").cutBefore().times(1));
        assertEquals("acme", client(Retries.upTo(1)).organizations().get("acme").getLogin());
        world.faults().add(fault -> fault.operations("orgs/ping-webhook").cutBefore());
        assertThrows(
                NoAnswerException.class,
                () -> client(Retries.upTo(1)).webhooks().ping("acme", 1),
                "which may have been done");
    }

    @Test
    void aSecondaryLimitIsWaitedForAsItSays() {
        world.faults()
                .add(fault -> fault.operations("orgs/get")
                        .secondaryRateLimit()
                        .retryAfter(Duration.ofSeconds(20))
                        .times(1));
        client(Retries.upTo(1)).organizations().get("acme");
        assertEquals(Duration.ofSeconds(20), waited());
    }

    @Test
    void aPrimaryLimitIsWaitedForIfItsResetIsNearEnough() {
        world.faults()
                .add(fault -> fault.operations("orgs/get").rateLimitExhausted().times(1));
        PrimaryRateLimitException far = assertThrows(
                PrimaryRateLimitException.class,
                () -> client(Retries.upTo(1)).organizations().get("acme"));
        assertEquals(Duration.ZERO, waited());
        client(Retries.upTo(1).within(Duration.ofHours(2))).organizations().get("acme");
        assertTrue(!world.clock().now().isBefore(far.resetAt()), () -> "waited " + waited());
    }

    @Test
    void anAnswerThatIsLateIsNotWaitedFor() {
        world.faults().add(fault -> fault.operations("orgs/get").delay(Duration.ofMinutes(1)));
        GitHubClient hasty = client(Retries.none()).toBuilder()
                .timeout(Duration.ofMillis(300))
                .build();
        NoAnswerException late = assertThrows(
                NoAnswerException.class, () -> hasty.organizations().get("acme"));
        assertTrue(late.getMessage().contains("none came within 300 ms"), late.getMessage());
    }

    @Test
    void aProxyIsAskedInsteadOfTheServer() {
        URI twin = URI.create(world.url());
        GitHubClient through = client(Retries.none()).toBuilder()
                .baseUrl("http://github.invalid" + twin.getPath())
                .proxy(twin.getHost(), twin.getPort())
                .build();
        assertEquals("acme", through.organizations().get("acme").getLogin());
    }
}
