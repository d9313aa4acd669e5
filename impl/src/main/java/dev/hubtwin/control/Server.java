package dev.hubtwin.control;

import dev.hubtwin.control.model.Health;
import dev.hubtwin.control.model.HealthStatus;
import dev.hubtwin.control.model.Mail;
import dev.hubtwin.control.model.MailSubject;
import dev.hubtwin.events.Mails;
import dev.hubtwin.http.Limits;
import dev.hubtwin.http.Times;
import dev.hubtwin.world.World;
import dev.hubtwin.world.Worlds;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The server as a whole: since when it runs, and what its world goes back to. */
public final class Server {

  private final Worlds worlds;
  private final Limits limits;
  private final Mails mails;
  private final World start;
  private final Clock clock;
  private final Instant startedAt;
  private final String version;

  /**
   * A server that starts now.
   *
   * @param worlds the succession of its world's states, at its start
   * @param limits the windows of the rate limit
   * @param mails what was sent
   * @param clock the machine's time
   * @param version the version of this program
   */
  public Server(Worlds worlds, Limits limits, Mails mails, Clock clock, String version) {
    this.worlds = worlds;
    this.limits = limits;
    this.mails = mails;
    this.start = worlds.now();
    this.clock = clock;
    this.startedAt = clock.instant();
    this.version = version;
  }

  /** That the server is up. */
  Health health() {
    return new Health(HealthStatus.UP, version, Duration.between(startedAt, clock.instant()).toSeconds(), 1L);
  }

  /** The last mails, the newest last. */
  List<Mail> mails() {
    return mails.all().stream().map(Server::view).toList();
  }

  private static Mail view(Mails.Sent sent) {
    return new Mail(
        sent.number(),
        MailSubject.valueOf(sent.mail().subject().name()),
        sent.mail().to(),
        sent.mail().organization(),
        Times.utc(sent.mail().at()));
  }

  /** Makes the world what it was at the start, its counters, tokens, clock and settings too; no limit is spent, no mail sent. */
  void reset() {
    worlds.replace(start);
    limits.clear();
    mails.clear();
  }
}
