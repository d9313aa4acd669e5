package dev.hubtwin.world;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** The succession of states of one world. A read takes no lock and sees one moment; changes follow one another. */
public final class Worlds {

  private final ReentrantLock writer = new ReentrantLock();
  private volatile World now;

  /** Begins with {@code start}. */
  public Worlds(World start) {
    this.now = start;
  }

  /** The state of this moment. */
  public World now() {
    return now;
  }

  /**
   * Applies a rule to the state of the moment, alone.
   *
   * @param rule makes of a world the next one; short, and free of effects of its own
   * @return what the rule answers; if it throws, nothing has changed
   */
  public <R> R change(Function<World, Change<R>> rule) {
    writer.lock();
    try {
      Change<R> change = rule.apply(now);
      now = change.world();
      return change.result();
    } finally {
      writer.unlock();
    }
  }

  /** Puts {@code world} in the place of whatever there is. */
  public void replace(World world) {
    change(before -> new Change<>(world, null));
  }
}
