package dev.hubtwin.internal.memberships;

import dev.hubtwin.internal.event.DomainEvent;
import dev.hubtwin.internal.event.Mail;
import dev.hubtwin.internal.event.MembershipDiff;
import dev.hubtwin.internal.exchange.PathEntities;
import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.account.Organization;
import dev.hubtwin.internal.world.account.User;
import dev.hubtwin.internal.world.membership.Membership;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A membership or an invitation, and between whom it is. */
public record OrganizationMembership(Organization organization, User user, Membership membership) {

    /**
     * What the named user holds in the named organization.
     *
     * @throws ApiException 404 if there is no such organization or no such user
     */
    public static Optional<OrganizationMembership> of(PathEntities named) {
        return of(named.world(), named.organization(), named.user().orElseThrow(ApiException::notFound));
    }

    /** What a user holds in an organization. */
    public static Optional<OrganizationMembership> of(World world, Organization organization, User user) {
        return world.memberships()
                .roster(organization.id())
                .membership(user.id())
                .map(membership -> new OrganizationMembership(organization, user, membership));
    }

    /** Returns this with another membership. */
    public OrganizationMembership with(Membership changed) {
        return new OrganizationMembership(organization, user, changed);
    }

    /** The world in which this is held. */
    public World in(World world) {
        return world.withMembership(organization.id(), membership);
    }

    /** A mail to the user about the organization. */
    DomainEvent mail(Mail.Subject subject, Instant at) {
        return new Mail(subject, user.login(), organization.login(), at);
    }

    /** What webhooks tell of the user in the organization after a change, and mails that are sent besides. */
    public List<DomainEvent> events(World before, World after, DomainEvent... mails) {
        return Stream.concat(
                        Stream.of(mails), MembershipDiff.ofUser(before, after, organization.id(), user.id()).stream())
                .toList();
    }
}
