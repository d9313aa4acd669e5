package dev.hubtwin.members;

import dev.hubtwin.api.model.MemberRoleFilter;
import dev.hubtwin.api.model.TwoFactorFilter;
import dev.hubtwin.http.Company;
import dev.hubtwin.http.Refusal;
import dev.hubtwin.memberships.Held;
import dev.hubtwin.memberships.Memberships;
import dev.hubtwin.world.Change;
import dev.hubtwin.world.Membership;
import dev.hubtwin.world.Ranked;
import dev.hubtwin.world.Roster;
import dev.hubtwin.world.User;
import dev.hubtwin.world.World;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/** The rules of members. */
public final class Members {

  private Members() {}

  /**
   * The members, as their ids; empty if the caller has to be content with the public ones (R62, R63).
   *
   * @throws Refusal 422 if one who is no owner asks for those without a second factor (R64)
   */
  public static Optional<Ranked<Long>> list(Company company, String filter, String role) {
    if (!company.member()) {
      return Optional.empty();
    }
    boolean all = TwoFactorFilter.of(filter) == TwoFactorFilter.ALL;
    if (!all && !company.owner()) {
      throw Refusal.of(422, "Only owners can use this filter.");
    }
    MemberRoleFilter wanted = MemberRoleFilter.of(role);
    return Optional.of(all ? everybody(company.people(), wanted) : insecure(company.people(), wanted));
  }

  private static Ranked<Long> everybody(Roster roster, MemberRoleFilter role) {
    return switch (role) {
      case ALL -> roster.active();
      case ADMIN -> roster.owners();
      case MEMBER -> roster.plain();
    };
  }

  private static Ranked<Long> insecure(Roster roster, MemberRoleFilter role) {
    return switch (role) {
      case ALL -> roster.insecure();
      case ADMIN -> roster.insecureOwners();
      case MEMBER -> roster.insecurePlain();
    };
  }

  /**
   * Whether a caller learns that a user is a member; if not, they have to ask whether the user is a public one (R70).
   *
   * @throws Refusal 404 if the caller may know and the user is none (R71)
   */
  public static boolean check(World world, Company company, String username) {
    if (company.member() && !has(world, company.people(), username, Membership::isActive)) {
      throw Refusal.of(404, "User does not exist or is not a member of the organization");
    }
    return company.member();
  }

  /**
   * Says nothing if a user is a member and shows it (R89).
   *
   * @throws Refusal 404 if not
   */
  public static void checkPublic(World world, Roster people, String username) {
    if (!has(world, people, username, member -> member.isActive() && member.visible())) {
      throw Refusal.of(404, "User does not exist or is not a public member of the organization");
    }
  }

  private static boolean has(World world, Roster people, String username, Predicate<Membership> condition) {
    return world.accounts().user(username).map(User::id).flatMap(people::membership).filter(condition).isPresent();
  }

  /**
   * Removes a member (R72).
   *
   * @throws Refusal 404 for one who is none, 403 for the last owner
   */
  static Change<Void> remove(World world, String organization, String username, Instant now) {
    return Memberships.end(world, member(world, organization, username), now);
  }

  /**
   * Has a member show that they are one, or hide it (R90, R92).
   *
   * @throws Refusal 404 for one who is none
   */
  static Change<Void> show(World world, String organization, String username, boolean toEverybody) {
    Held held = member(world, organization, username);
    return new Change<>(world.withMembership(held.organization().id(), held.membership().shown(toEverybody)), null);
  }

  private static Held member(World world, String organization, String username) {
    return Held.of(world, organization, username)
        .filter(held -> held.membership().isActive())
        .orElseThrow(Refusal::notFound);
  }
}
