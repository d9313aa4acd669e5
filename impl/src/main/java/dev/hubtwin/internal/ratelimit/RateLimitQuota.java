package dev.hubtwin.internal.ratelimit;

import dev.hubtwin.internal.auth.Caller;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.app.Installation;
import dev.hubtwin.internal.world.token.Grant;

/**
 * How many requests an hour a caller has, and in whose name they are counted: a user's tokens share one window, as do
 * the tokens of an installation, the requests of a client id, and all anonymous callers (conventions, section 6).
 *
 * @param owner whose window it is
 * @param resource what the window is for
 * @param limit requests an hour
 * @param refusal what a refusal says
 */
public record RateLimitQuota(String owner, String resource, int limit, String refusal) {

    private static final int ANONYMOUS = 60;
    private static final int TOKEN = 5000;
    private static final int INSTALLATION = 12_500;
    private static final int ENTERPRISE = 15_000;
    private static final int FREE = 20;
    private static final int FOR_EACH = 50;
    private static final String EXCEEDED = "API rate limit exceeded for ";

    /**
     * Returns what a caller has for a resource; the world's own setting goes before GitHub's numbers.
     *
     * @param address where the caller is, which a refusal tells an anonymous one
     */
    public static RateLimitQuota of(World world, Caller caller, String address, String resource) {
        Integer set = world.settings().rateLimit().perHour();
        if (caller.grant() instanceof Grant.OfInstallation of) {
            long id = of.installationId();
            return new RateLimitQuota(
                    "installation " + id,
                    resource,
                    limit(set, ofInstallation(world, id)),
                    EXCEEDED + "installation ID " + id + ".");
        }
        if (caller.user().isPresent()) {
            long id = caller.user().getAsLong();
            return new RateLimitQuota("user " + id, resource, limit(set, TOKEN), EXCEEDED + "user ID " + id + ".");
        }
        if (caller.client().isPresent()) {
            String id = caller.client().get();
            return new RateLimitQuota("client " + id, resource, limit(set, TOKEN), EXCEEDED + "client ID " + id + ".");
        }
        return new RateLimitQuota(
                "anonymous",
                resource,
                limit(set, ANONYMOUS),
                EXCEEDED + address
                        + ". (But here's the good news: Authenticated requests get a higher rate limit. Check out the"
                        + " documentation for more details.)");
    }

    /**
     * As GitHub has it: fifty more for each repository and each user beyond twenty of either, up to 12,500; 15,000 on
     * an organization of an enterprise.
     */
    private static int ofInstallation(World world, long id) {
        Installation one = world.apps().installations().installation(id).orElseThrow();
        if (world.accounts()
                .organization(one.accountId())
                .filter(of -> of.enterprise() != null)
                .isPresent()) {
            return ENTERPRISE;
        }
        int repositories = one.selection().all()
                ? world.repositories().of(one.accountId()).ids().size()
                : one.selection().repositories().size();
        int users = world.memberships().roster(one.accountId()).active().size();
        return Math.min(
                INSTALLATION, TOKEN + FOR_EACH * (Math.max(0, repositories - FREE) + Math.max(0, users - FREE)));
    }

    private static int limit(Integer set, int usual) {
        return set == null ? usual : set;
    }
}
