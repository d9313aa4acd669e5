package dev.hubtwin.http;

import dev.hubtwin.world.Grant;

/**
 * How many requests an hour a caller has, and in whose name they are counted: a user's tokens share one window, as do the
 * tokens of an installation, the requests of a client id, and all anonymous callers (conventions, section 6).
 *
 * @param owner the name of the window
 * @param limit requests an hour
 * @param refusal what a refusal says
 */
public record Allowance(String owner, int limit, String refusal) {

  private static final int ANONYMOUS = 60;
  private static final int TOKEN = 5000;
  private static final String EXCEEDED = "API rate limit exceeded for ";

  /** The allowance of the caller of an exchange; the world's own setting goes before GitHub's numbers. */
  public static Allowance of(Exchange exchange) {
    Caller caller = exchange.caller();
    Integer set = exchange.world().settings().rateLimit().perHour();
    if (caller.grant() instanceof Grant.OfInstallation of) {
      long id = of.installationId();
      return new Allowance("installation " + id, limit(set, TOKEN), EXCEEDED + "installation ID " + id + ".");
    }
    if (caller.user().isPresent()) {
      long id = caller.user().getAsLong();
      return new Allowance("user " + id, limit(set, TOKEN), EXCEEDED + "user ID " + id + ".");
    }
    if (caller.client().isPresent()) {
      String id = caller.client().get();
      return new Allowance("client " + id, limit(set, TOKEN), EXCEEDED + "client ID " + id + ".");
    }
    return new Allowance("anonymous", limit(set, ANONYMOUS), EXCEEDED
        + "anonymous requests. (But here's the good news: Authenticated requests get a higher rate limit.)");
  }

  private static int limit(Integer set, int usual) {
    return set == null ? usual : set;
  }
}
