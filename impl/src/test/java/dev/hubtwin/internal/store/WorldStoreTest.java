package dev.hubtwin.internal.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.hubtwin.internal.world.Counters.Kind;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.WorldSamples;
import dev.hubtwin.internal.world.account.UserName;
import dev.hubtwin.internal.world.membership.Membership;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorldStoreTest {

    @Test
    void noIdIsDrawnTwiceHoweverManyDrawAtOnce() throws Exception {
        WorldStore timeline = new WorldStore(World.EMPTY);
        Set<Long> drawn = ConcurrentHashMap.newKeySet();
        Callable<Void> drawer = () -> {
            for (int i = 0; i < 500; i++) {
                drawn.add(timeline.change(WorldStoreTest::draw));
            }
            return null;
        };
        ExecutorService threads = Executors.newFixedThreadPool(8);
        for (Future<Void> done :
                threads.invokeAll(IntStream.range(0, 8).mapToObj(i -> drawer).collect(Collectors.toList()))) {
            done.get();
        }
        threads.shutdown();
        assertEquals(4000, drawn.size());
        assertEquals(4001, timeline.now().counters().next(Kind.HOOKS));
    }

    private static Change<Long> draw(World world) {
        World.Drawn drawn = world.draw(Kind.HOOKS);
        return new Change<>(drawn.world(), drawn.id());
    }

    @Test
    void aRuleThatThrowsChangesNothing() {
        World start = WorldSamples.world();
        WorldStore timeline = new WorldStore(start);
        assertThrows(
                IllegalStateException.class,
                () -> timeline.change(world -> {
                    throw new IllegalStateException(String.valueOf(draw(world).result()));
                }));
        assertSame(start, timeline.now());
    }

    @Test
    void aChangeLeavesAnEarlierMomentAlone() {
        WorldStore timeline = new WorldStore(WorldSamples.world());
        World before = timeline.now();
        timeline.change(world ->
                new Change<>(world.withMembership(1, Membership.active(11, Membership.Role.ADMIN, true)), null));
        assertEquals(List.of(), before.memberships().roster(1).active().slice(0, 10));
        assertEquals(
                List.of(11L),
                timeline.now().memberships().roster(1).owners().slice(0, 10).stream()
                        .map(UserName::id)
                        .toList());
        timeline.replace(before, () -> {});
        assertSame(before, timeline.now());
    }
}
