package dev.hubtwin.memberships;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.http.Refusal;
import dev.hubtwin.world.Change;
import dev.hubtwin.world.Membership.Role;
import dev.hubtwin.world.Roster;
import dev.hubtwin.world.World;
import dev.hubtwin.world.Worlds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The same callers straight at the rules, a million times in the full form; each change is looked at. */
class RulesRaceTest {

  private static final int DEEDS = Boolean.getBoolean("hubtwin.full") ? 1_000_000 : 20_000;
  private static final Instant START = Instant.parse("2030-01-01T00:00:00Z");
  private static final Duration BETWEEN = Duration.ofSeconds(20);

  private enum Deed { PROMOTE, DEMOTE, INVITE, REMOVE, LEAVE, ACCEPT, ACCEPT_TOO }

  private final Worlds worlds = new Worlds(Arena.world(START));
  private final AtomicLong time = new AtomicLong();
  private final AtomicLongArray done = new AtomicLongArray(Deed.values().length);

  @Test
  @DisplayName("After every change of a crowd there is an owner, nobody is a member twice, nobody invited too often"
      + " (R78, R81, R101)")
  void keepsItsOrder() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(Arena.PEOPLE);
    List<Callable<Void>> callers = new ArrayList<>();
    for (int caller = 0; caller < Arena.PEOPLE; caller++) {
      int number = caller;
      callers.add(() -> act(number));
    }
    try {
      for (Future<Void> caller : threads.invokeAll(callers)) {
        caller.get();
      }
    } finally {
      threads.shutdownNow();
    }
    for (Deed deed : Deed.values()) {
      assertTrue(done.get(deed.ordinal()) > DEEDS / 2_000, () -> deed + " was done " + done.get(deed.ordinal()));
    }
  }

  private Void act(int number) {
    Random random = new Random(number);
    for (int i = 0; i < DEEDS / Arena.PEOPLE; i++) {
      Deed deed = Deed.values()[random.nextInt(Deed.values().length)];
      String other = Arena.login(random.nextInt(Arena.PEOPLE));
      try {
        worlds.change(world -> looked(world, deed, number, other));
        done.incrementAndGet(deed.ordinal());
      } catch (Refusal e) {
        // most may not
      }
    }
    return null;
  }

  private Change<?> looked(World world, Deed deed, int number, String other) {
    Instant now = START.plus(BETWEEN.multipliedBy(time.incrementAndGet()));
    Change<?> change = rule(world, deed, number, other, now);
    Arena.check(change.world(), now);
    return change;
  }

  private static Change<?> rule(World world, Deed deed, int number, String other, Instant now) {
    long self = 100 + number;
    String login = Arena.login(number);
    return switch (deed) {
      case ACCEPT, ACCEPT_TOO -> Memberships.accept(world, self, Arena.LOGIN);
      case LEAVE -> Memberships.remove(world, Arena.LOGIN, login, now);
      case REMOVE -> Memberships.remove(owned(world, self), Arena.LOGIN, other, now);
      case PROMOTE -> set(owned(world, self), self, other, Role.ADMIN, now);
      case DEMOTE, INVITE -> set(owned(world, self), self, other, Role.MEMBER, now);
    };
  }

  private static Change<?> set(World world, long by, String login, Role role, Instant now) {
    return Memberships.set(world, OptionalLong.of(by), Arena.LOGIN, login, role, now);
  }

  /** What the contract judges of a role inside of a change. */
  private static World owned(World world, long user) {
    Roster roster = world.memberships().roster(1);
    if (!roster.isOwner(user)) {
      throw Refusal.of(403, "Forbidden");
    }
    return world;
  }
}
