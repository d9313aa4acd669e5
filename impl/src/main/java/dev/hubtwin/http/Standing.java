package dev.hubtwin.http;

import dev.hubtwin.http.Access.Reason;
import dev.hubtwin.world.Organization;
import dev.hubtwin.world.Roster;
import dev.hubtwin.world.World;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the contract demands of what the path names. An organization exists, and the caller's user has the role in it which
 * the operation takes; a token of an installation has no user, its permission is enough. An installation is the app's that
 * calls (R133), a client id is the caller's own (R146).
 */
final class Standing {

  private Standing() {}

  /** The organization that the path names, by login or by id, if there is one. */
  static Optional<Organization> organization(World world, Exchange exchange) {
    Map<String, String> path = exchange.pathParameters();
    if (path.containsKey("org")) {
      return world.accounts().organization(Decoding.segment(path.get("org")));
    }
    return path.containsKey("organization_id")
        ? world.accounts().organization(Long.parseLong(path.get("organization_id")))
        : Optional.empty();
  }

  /**
   * Refuses whoever does not stand as the operation demands.
   *
   * @throws Refusal 404 for an unknown organization, another app's installation or another's client id, else as the
   *     operation's access says
   */
  static void require(World world, Exchange exchange) {
    if (!isOwn(world, exchange)) {
      throw Refusal.notFound();
    }
    Access access = exchange.operation().orElseThrow().access();
    Optional<Organization> organization = organization(world, exchange);
    if (organization.isEmpty() && namesOne(exchange)) {
      throw Refusal.notFound();
    }
    OptionalLong user = exchange.caller().user();
    if (organization.isPresent() && access.role().isPresent() && user.isPresent()
        && !has(world, organization.get().id(), user.getAsLong(), access.role().get(), exchange)) {
      throw access.refusal(Reason.ROLE, exchange.caller().kind(), exchange.pathParameters());
    }
  }

  private static boolean isOwn(World world, Exchange exchange) {
    Caller caller = exchange.caller();
    String installation = exchange.pathParameters().get("installation_id");
    String client = exchange.pathParameters().get("client_id");
    boolean foreign = installation != null && world.apps().installations().installation(Long.parseLong(installation))
        .filter(found -> caller.app().equals(OptionalLong.of(found.appId())))
        .isEmpty();
    return !foreign && (client == null || caller.client().equals(Optional.of(Decoding.segment(client))));
  }

  private static boolean has(World world, long organization, long user, Access.Role role, Exchange exchange) {
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
  private static boolean isNamed(World world, long user, Exchange exchange) {
    return Optional.ofNullable(exchange.pathParameters().get("username"))
        .flatMap(login -> world.accounts().user(Decoding.segment(login)))
        .filter(named -> named.id() == user)
        .isPresent();
  }

  private static boolean namesOne(Exchange exchange) {
    return exchange.pathParameters().containsKey("org") || exchange.pathParameters().containsKey("organization_id");
  }
}
