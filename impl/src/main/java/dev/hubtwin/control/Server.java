package dev.hubtwin.control;

import dev.hubtwin.control.model.Health;
import dev.hubtwin.control.model.HealthStatus;
import dev.hubtwin.http.Limits;
import dev.hubtwin.world.World;
import dev.hubtwin.world.Worlds;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The server as a whole: since when it runs, and what its world goes back to. */
public final class Server {

  private final Worlds worlds;
  private final Limits limits;
  private final World start;
  private final Clock clock;
  private final Instant startedAt;
  private final String version;

  /**
   * A server that starts now.
   *
   * @param worlds the succession of its world's states, at its start
   * @param limits the windows of the rate limit
   * @param clock the machine's time
   * @param version the version of this program
   */
  public Server(Worlds worlds, Limits limits, Clock clock, String version) {
    this.worlds = worlds;
    this.limits = limits;
    this.start = worlds.now();
    this.clock = clock;
    this.startedAt = clock.instant();
    this.version = version;
  }

  /** That the server is up. */
  Health health() {
    return new Health(HealthStatus.UP, version, Duration.between(startedAt, clock.instant()).toSeconds(), 1L);
  }

  /** Makes the world what it was at the start, with its counters, tokens, clock and settings; no limit is spent. */
  void reset() {
    worlds.replace(start);
    limits.clear();
  }
}
