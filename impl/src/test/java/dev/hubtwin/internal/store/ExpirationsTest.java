package dev.hubtwin.internal.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.internal.world.Settings;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.WorldSamples;
import dev.hubtwin.internal.world.membership.Membership;
import dev.hubtwin.internal.world.membership.Membership.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What time alone changes")
class ExpirationsTest {

    private static final Instant END = WorldSamples.T.plus(Duration.ofDays(7));
    private static final World WORLD = WorldSamples.world()
            .withMembership(1, Membership.active(11, Role.ADMIN, false))
            .withMembership(1, Membership.invited(12, Role.MEMBER, 11L, WorldSamples.T))
            .withMembership(2, Membership.invited(12, Role.MEMBER, 11L, WorldSamples.T.plusSeconds(1)));

    @Test
    @DisplayName("an invitation ends after seven days, and not a moment before (R77)")
    void invitationsEnd() {
        WorldStore timeline = new WorldStore(WORLD);
        assertSame(WORLD, timeline.at(END.minusMillis(1), UnaryOperator.identity()));
        World ended = timeline.at(END, UnaryOperator.identity());
        assertTrue(ended.memberships().roster(1).membership(12).isEmpty());
        assertTrue(ended.memberships().roster(2).membership(12).isPresent());
        assertSame(ended, timeline.now());
    }

    @Test
    @DisplayName("who accepted in time stays (R95)")
    void acceptedOnesStay() {
        World accepted = WORLD.withMembership(
                1, WORLD.memberships().roster(1).membership(12).orElseThrow().accepted());
        World later = new WorldStore(accepted).at(END.plus(Duration.ofDays(99)), UnaryOperator.identity());
        assertTrue(later.memberships().roster(1).isMember(12));
        assertEquals(0, later.memberships().deadlines().size());
    }

    @Test
    @DisplayName("it is the world's clock that counts")
    void worldsClock() {
        World ahead = WORLD.with(WORLD.settings().with(Settings.Clock.ahead(Duration.ofDays(8))));
        assertEquals(
                0,
                new WorldStore(ahead)
                        .at(WorldSamples.T, UnaryOperator.identity())
                        .memberships()
                        .deadlines()
                        .size());
        World frozen = WORLD.with(WORLD.settings().with(Settings.Clock.frozen(WorldSamples.T)));
        assertSame(frozen, new WorldStore(frozen).at(END.plus(Duration.ofDays(99)), UnaryOperator.identity()));
    }
}
