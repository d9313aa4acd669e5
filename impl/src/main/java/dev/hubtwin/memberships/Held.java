package dev.hubtwin.memberships;

import dev.hubtwin.events.Differences;
import dev.hubtwin.events.Event;
import dev.hubtwin.events.Mail;
import dev.hubtwin.http.Refusal;
import dev.hubtwin.world.Membership;
import dev.hubtwin.world.Organization;
import dev.hubtwin.world.User;
import dev.hubtwin.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A membership or an invitation, and between whom it is. */
public record Held(Organization organization, User user, Membership membership) {

  /**
   * What a user holds in an organization, by their logins.
   *
   * @throws Refusal 404 if there is no such organization or no such user
   */
  public static Optional<Held> of(World world, String organization, String username) {
    Organization in = world.accounts().organization(organization).orElseThrow(Refusal::notFound);
    User user = world.accounts().user(username).orElseThrow(Refusal::notFound);
    return of(world, in, user);
  }

  static Optional<Held> of(World world, Organization organization, User user) {
    return world.memberships().roster(organization.id()).membership(user.id())
        .map(membership -> new Held(organization, user, membership));
  }

  /** This with another membership. */
  Held with(Membership changed) {
    return new Held(organization, user, changed);
  }

  /** The world in which this is held. */
  World in(World world) {
    return world.withMembership(organization.id(), membership);
  }

  /** A mail to the user about the organization. */
  Event mail(Mail.Subject subject, Instant at) {
    return new Mail(subject, user.login(), organization.login(), at);
  }

  /** What webhooks tell of the user in the organization after a change, and mails that are sent besides. */
  List<Event> events(World before, World after, Event... mails) {
    return Stream.concat(
        Stream.of(mails), Differences.ofUser(before, after, organization.id(), user.id()).stream()).toList();
  }
}
