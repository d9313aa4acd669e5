package dev.hubtwin.internal.memberships;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.internal.exchange.PathEntities;
import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.store.Change;
import dev.hubtwin.internal.store.WorldStore;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.membership.Membership;
import dev.hubtwin.internal.world.membership.Membership.Role;
import dev.hubtwin.internal.world.membership.Roster;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Lets the same callers at the rules directly, a million times in the full form; each change is looked at. */
class MembershipRulesRaceTest {

    private static final int DEEDS = Boolean.getBoolean("hubtwin.full") ? 1_000_000 : 40_000;
    private static final Instant START = Instant.parse("2030-01-01T00:00:00Z");
    private static final Duration BETWEEN = Duration.ofSeconds(3);

    /** What is done, so weighted that people come as fast as they go. */
    private enum Deed {
        PROMOTE(4),
        DEMOTE(3),
        INVITE(6),
        REMOVE(1),
        LEAVE(1),
        ACCEPT(5);

        private final int weight;

        Deed(int weight) {
            this.weight = weight;
        }

        private static Deed any(Random random) {
            int drawn = random.nextInt(20);
            int ordinal = 0;
            for (int sum = PROMOTE.weight; sum <= drawn; sum += values()[ordinal].weight) {
                ordinal++;
            }
            return values()[ordinal];
        }
    }

    private final WorldStore timeline = new WorldStore(RaceWorld.world(START));
    private final AtomicLong time = new AtomicLong();
    private final AtomicLongArray done = new AtomicLongArray(Deed.values().length);
    private final AtomicLong limited = new AtomicLong();

    @Test
    @DisplayName("After every change of a crowd there is an owner, nobody is a member twice, nobody invited too often"
            + " (R78, R81, R101)")
    void keepsItsOrder() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(RaceWorld.PEOPLE);
        List<Callable<Void>> callers = new ArrayList<>();
        for (int caller = 0; caller < RaceWorld.PEOPLE; caller++) {
            Random random = new Random(caller);
            callers.add(() -> act(random));
        }
        try {
            for (Future<Void> caller : threads.invokeAll(callers)) {
                caller.get();
            }
        } finally {
            threads.shutdownNow();
        }
        for (Deed deed : Deed.values()) {
            assertTrue(done.get(deed.ordinal()) > DEEDS / 1_000, () -> deed + " changed little: " + done);
        }
        assertTrue(limited.get() > 0, "somebody met the limit");
    }

    /** Each deed is another user's: a thread may well be done before the next one begins. */
    private Void act(Random random) {
        for (int i = 0; i < DEEDS / RaceWorld.PEOPLE; i++) {
            Deed deed = Deed.any(random);
            int number = random.nextInt(RaceWorld.PEOPLE);
            String other = RaceWorld.login(random.nextInt(RaceWorld.PEOPLE));
            timeline.at(moment(time.get()), UnaryOperator.identity()); // invitations expire
            try {
                timeline.change(world -> looked(world, deed, number, other, moment(time.incrementAndGet())));
            } catch (ApiException e) {
                limited.addAndGet(e.getMessage().contains("limit") ? 1 : 0);
            }
        }
        return null;
    }

    private static Instant moment(long tick) {
        return START.plus(BETWEEN.multipliedBy(tick));
    }

    /** The time passes within the change: what is counted in a day is counted at the moment of the change itself. */
    private Change<?> looked(World world, Deed deed, int number, String other, Instant now) {
        Change<?> change = rule(world, deed, number, other, now);
        if (change.world() != world) {
            RaceWorld.check(change.world(), now);
            done.incrementAndGet(deed.ordinal());
        }
        return change;
    }

    private static Change<?> rule(World world, Deed deed, int number, String other, Instant now) {
        long self = RaceWorld.id(number);
        return switch (deed) {
            case ACCEPT -> MembershipRules.accept(named(world, RaceWorld.login(number)), self);
            case LEAVE -> MembershipRules.remove(named(world, RaceWorld.login(number)), now);
            case REMOVE -> MembershipRules.remove(named(owned(world, self), other), now);
            case PROMOTE -> set(owned(world, self), self, other, Role.ADMIN, now);
            case DEMOTE -> set(owned(world, self), self, other, Role.MEMBER, now);
            case INVITE -> set(owned(world, self), self, other, present(world, other), now);
        };
    }

    /** The role of somebody who has one, so that only others are invited. */
    private static Role present(World world, String login) {
        return OrganizationMembership.of(named(world, login))
                .map(OrganizationMembership::membership)
                .map(Membership::role)
                .orElse(Role.MEMBER);
    }

    private static Change<?> set(World world, long by, String login, Role role, Instant now) {
        return MembershipRules.set(named(world, login), OptionalLong.of(by), role, now);
    }

    private static PathEntities named(World world, String login) {
        return PathEntities.of(world, Map.of("org", RaceWorld.LOGIN, "username", login));
    }

    /** What the contract judges of a role inside of a change. */
    private static World owned(World world, long user) {
        Roster roster = world.memberships().roster(RaceWorld.ID);
        if (!roster.isOwner(user)) {
            throw ApiException.of(403, "Forbidden");
        }
        return world;
    }
}
