package dev.hubtwin.internal.cache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.internal.api.model.ApiVersion;
import dev.hubtwin.internal.auth.Caller;
import dev.hubtwin.internal.cache.ResponseCache.Key;
import dev.hubtwin.internal.rest.EntityTag;
import dev.hubtwin.internal.seed.SeedCodec;
import dev.hubtwin.internal.world.World;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Kept answers")
class ResponseCacheTest {

    private static final Key KEY = new Key("http://x/orgs/acme", null, ApiVersion._2022_11_28, Caller.ANONYMOUS);
    private static final Map<String, Object> NOTHING = Map.of();

    private final ResponseCache answers = new ResponseCache(growth -> {});
    private final World before = world();
    private final World after = world();

    private static World world() {
        return SeedCodec.read("users: [{login: olivia}]", "application/yaml", Instant.EPOCH);
    }

    private static byte[] body(String text) {
        return text.getBytes(UTF_8);
    }

    @Test
    void areGivenOnlyForTheVeryWorldTheyWereMadeFrom() {
        CachedResponse kept = answers.keep(KEY, before, body("a"), NOTHING);
        assertEquals(kept, answers.find(KEY, before).orElseThrow());
        assertTrue(answers.find(KEY, after).isEmpty());
        assertTrue(answers.find(new Key("http://x/orgs/acme", "a", ApiVersion._2022_11_28, Caller.ANONYMOUS), before)
                .isEmpty());
        assertTrue(answers.find(new Key("http://x/orgs/acme", null, ApiVersion._2022_11_28, "a token"), before)
                .isEmpty());
    }

    @Test
    void haveTheTagOfAnEqualOneBefore() {
        EntityTag first = answers.keep(KEY, before, body("a"), NOTHING).tag();
        assertEquals(first, answers.keep(KEY, after, body("a"), NOTHING).tag());
        EntityTag linked =
                answers.keep(KEY, before, body("a"), Map.of("Link", "there")).tag();
        assertNotEquals(first, linked, "another Link is another answer");
        assertNotEquals(linked, answers.keep(KEY, after, body("b"), NOTHING).tag());
    }

    @Test
    void neverHaveATagTwice() {
        EntityTag first = answers.keep(KEY, before, body("a"), NOTHING).tag();
        answers.keep(KEY, before, body("b"), NOTHING);
        assertNotEquals(first, answers.keep(KEY, before, body("a"), NOTHING).tag());
        assertNotEquals(
                first,
                new ResponseCache(growth -> {})
                        .keep(KEY, before, body("a"), NOTHING)
                        .tag(),
                "of another world or run");
        assertEquals(
                1_000,
                IntStream.range(0, 1_000)
                        .mapToObj(i -> answers.draw(KEY))
                        .distinct()
                        .count());
    }

    @Test
    void takeNoMoreThanTheirShare() {
        byte[] large = new byte[1 << 20];
        IntStream.range(0, 100)
                .forEach(i -> answers.keep(
                        new Key("http://x/" + i, null, ApiVersion._2022_11_28, "a"), before, large, NOTHING));
        long found = IntStream.range(0, 100)
                .filter(i -> answers.find(new Key("http://x/" + i, null, ApiVersion._2022_11_28, "a"), before)
                        .isPresent())
                .count();
        assertEquals(12, found, "of a megabyte, and a quarter more");
        assertTrue(
                answers.find(new Key("http://x/99", null, ApiVersion._2022_11_28, "a"), before)
                        .isPresent(),
                "the newest");
        answers.keep(KEY, before, new byte[20 << 20], NOTHING);
        assertTrue(answers.find(KEY, before).isEmpty(), "too large to be kept at all");
    }

    @Test
    void areMadeOnceUnderConcurrency() {
        assertEquals(
                1,
                IntStream.range(0, 1_000)
                        .parallel()
                        .mapToObj(i ->
                                answers.keep(KEY, before, body("a"), NOTHING).tag())
                        .distinct()
                        .count());
    }
}
