package dev.hubtwin.internal.exchange;

import dev.hubtwin.internal.auth.AccessPolicy;
import dev.hubtwin.internal.auth.AccessPolicy.Reason;
import dev.hubtwin.internal.auth.Caller;
import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.rest.PercentDecoding;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.account.Organization;
import dev.hubtwin.internal.world.campaign.Campaign;
import dev.hubtwin.internal.world.membership.Roster;
import dev.hubtwin.internal.world.token.Grant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the contract demands of what the path names. An organization exists, and the caller's user has the role in it
 * which the operation takes; a token of an installation has no user, its permission is enough. An installation is the
 * app's that calls (R133), a client id is the caller's own (R146). What else is named is there for the caller.
 */
public final class PathAuthorizer {

    private PathAuthorizer() {}

    /** The organization that the path names, by login or by id, if there is one. */
    public static Optional<Organization> organization(World world, RequestContext exchange) {
        Map<String, String> path = exchange.pathParameters();
        if (path.containsKey("org")) {
            return world.accounts().organization(PercentDecoding.segment(path.get("org")));
        }
        return path.containsKey("organization_id")
                ? world.accounts().organization(Long.parseLong(path.get("organization_id")))
                : Optional.empty();
    }

    /**
     * Refuses whoever does not stand as the operation demands.
     *
     * @throws ApiException 404 for what is not there or another's, else as the operation's access says
     */
    public static void require(World world, RequestContext exchange) {
        if (!isOwn(world, exchange)) {
            throw ApiException.notFound();
        }
        AccessPolicy access = exchange.operation().orElseThrow().access();
        Optional<Organization> organization = organization(world, exchange);
        if (organization.isEmpty() && namesOne(exchange)) {
            throw ApiException.notFound();
        }
        OptionalLong user = exchange.caller().user();
        if (organization.isPresent()
                && access.role().isPresent()
                && user.isPresent()
                && !has(
                        world,
                        organization.get().id(),
                        user.getAsLong(),
                        access.role().get(),
                        exchange)) {
            throw access.refusal(Reason.ROLE, exchange.caller().kind(), exchange.pathParameters());
        }
        if (organization.isPresent() && !isThere(world, organization.get().id(), exchange)) {
            throw ApiException.notFound();
        }
    }

    /**
     * Whether there is what the path names below the organization: who does not find it is told so before the body is
     * judged.
     */
    private static boolean isThere(World world, long organization, RequestContext exchange) {
        Map<String, String> path = exchange.pathParameters();
        String hook = path.get("hook_id");
        String campaign = path.get("campaign_number");
        return (hook == null || knowsHook(world, organization, exchange.caller(), Long.parseLong(hook)))
                && (campaign == null || isPublished(world, organization, Long.parseLong(campaign)))
                && (exchange.operation().orElseThrow().body().isEmpty() || hasAccount(world, path.get("username")));
    }

    /** An OAuth app knows what it made, everybody else what none did (R106, R107). */
    private static boolean knowsHook(World world, long organization, Caller caller, long id) {
        String oauthApp = caller.grant() instanceof Grant.OAuth oauth ? oauth.clientId() : null;
        return world.hooks().madeBy(organization, oauthApp).contains(id);
    }

    /** Drafts are not there (R1); of a number that no campaign can have the rule speaks (R29). */
    private static boolean isPublished(World world, long organization, long number) {
        return number < 1
                || number > Integer.MAX_VALUE
                || world.campaigns()
                        .of(organization)
                        .campaign((int) number)
                        .filter(Campaign::isPublished)
                        .isPresent();
    }

    private static boolean hasAccount(World world, String login) {
        return login == null
                || world.accounts().account(PercentDecoding.segment(login)).isPresent();
    }

    private static boolean isOwn(World world, RequestContext exchange) {
        Caller caller = exchange.caller();
        String installation = exchange.pathParameters().get("installation_id");
        String client = exchange.pathParameters().get("client_id");
        boolean foreign = installation != null
                && world.apps()
                        .installations()
                        .installation(Long.parseLong(installation))
                        .filter(found -> caller.app().equals(OptionalLong.of(found.appId())))
                        .isEmpty();
        return !foreign && (client == null || caller.client().equals(Optional.of(PercentDecoding.segment(client))));
    }

    private static boolean has(
            World world, long organization, long user, AccessPolicy.Role role, RequestContext exchange) {
        Roster roster = world.memberships().roster(organization);
        return switch (role) {
            case OWNER -> roster.isOwner(user);
            case MEMBER -> roster.isMember(user);
            case SECURITY_MANAGER -> roster.isOwner(user) || world.teams().isSecurityManager(organization, user);
            case SELF -> isNamed(world, user, exchange);
            case OWNER_OR_SELF -> roster.isOwner(user) || isNamed(world, user, exchange);
        };
    }

    /** Whether the path names the user. */
    private static boolean isNamed(World world, long user, RequestContext exchange) {
        return Optional.ofNullable(exchange.pathParameters().get("username"))
                .flatMap(login -> world.accounts().user(PercentDecoding.segment(login)))
                .filter(named -> named.id() == user)
                .isPresent();
    }

    private static boolean namesOne(RequestContext exchange) {
        return exchange.pathParameters().containsKey("org")
                || exchange.pathParameters().containsKey("organization_id");
    }
}
