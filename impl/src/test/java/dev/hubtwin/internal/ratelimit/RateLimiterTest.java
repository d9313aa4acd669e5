package dev.hubtwin.internal.ratelimit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.internal.openapi.Operation;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The windows of the rate limit (conventions, section 6)")
class RateLimiterTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final RateLimitQuota TWO = new RateLimitQuota("user 1", Operation.CORE_LIMIT, 2, "");

    private final RateLimiter limits = new RateLimiter();

    @Test
    void aWindowIsExhaustedByTheRequestAfterTheLastOne() {
        assertFalse(limits.count(TWO, NOON).isExhausted());
        assertFalse(limits.count(TWO, NOON).isExhausted());
        RateLimiter.Window third = limits.count(TWO, NOON);
        assertTrue(third.isExhausted());
        assertEquals(2, third.used());
        assertEquals(0, third.remaining());
    }

    @Test
    void aWindowLastsAnHourFromItsFirstRequest() {
        limits.count(TWO, NOON);
        assertEquals(
                NOON.plus(Duration.ofHours(1)),
                limits.count(TWO, NOON.plusSeconds(3599)).reset());
        assertEquals(1, limits.count(TWO, NOON.plusSeconds(3600)).used());
    }

    @Test
    void aClockThatWasSetBackBeginsANewWindow() {
        limits.count(TWO, NOON);
        assertEquals(1, limits.count(TWO, NOON.minus(Duration.ofDays(1))).used());
    }

    @Test
    void whatWasNotModifiedIsGivenBack() {
        limits.count(TWO, NOON);
        assertEquals(2, limits.giveBack(TWO, NOON).remaining());
    }

    @Test
    void lookingCostsNothingAndOwnersDoNotShare() {
        limits.count(TWO, NOON);
        assertEquals(1, limits.look(TWO, NOON).used());
        assertEquals(
                0,
                limits.look(new RateLimitQuota("user 2", Operation.CORE_LIMIT, 2, ""), NOON)
                        .used());
    }

    @Test
    void eachResourceHasAWindowOfItsOwn() {
        limits.count(TWO, NOON);
        RateLimitQuota manifests = new RateLimitQuota("user 1", RateLimiter.MANIFESTS, 2, "");
        assertEquals(1, limits.count(manifests, NOON).used());
        assertEquals(1, limits.look(TWO, NOON).used());
        assertEquals(
                "integration_manifest", limits.look(manifests, NOON).headers().get("X-RateLimit-Resource"));
    }
}
