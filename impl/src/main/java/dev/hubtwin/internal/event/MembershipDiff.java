package dev.hubtwin.internal.event;

import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.membership.Invitation;
import dev.hubtwin.internal.world.membership.Membership;
import dev.hubtwin.internal.world.repository.CollaboratorAccess;
import dev.hubtwin.internal.world.repository.Repository;
import dev.hubtwin.internal.world.repository.RepositoryPermission;
import dev.hubtwin.internal.world.team.Team;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What webhooks tell of a user, after a change: seen by comparing the worlds before and after it, so that no rule
 * forgets anything and nothing is told that did not happen.
 */
public final class MembershipDiff {

    private MembershipDiff() {}

    /**
     * What became of a user in an account. Who comes belongs to the organization first, who goes leaves it last. The
     * cost is that of the user's teams and repositories there.
     */
    public static List<DomainEvent> ofUser(World before, World after, long account, long user) {
        Optional<Membership> old = before.memberships().roster(account).membership(user);
        Optional<Membership> now = after.memberships().roster(account).membership(user);
        List<DomainEvent> events = new ArrayList<>();
        if (now.isPresent() && !stays(old, now)) {
            events.add(
                    now.get().isActive()
                            ? WebhookEvents.memberAdded(after, account, now.get())
                            : WebhookEvents.memberInvited(after, account, Invitation.of(now.get())));
        }
        addTeams(events, before, after, account, user);
        addRepositories(events, before, after, account, user);
        if (old.filter(Membership::isActive).isPresent()
                && now.filter(Membership::isActive).isEmpty()) {
            events.add(WebhookEvents.memberRemoved(before, account, old.get()));
        }
        return events;
    }

    private static boolean stays(Optional<Membership> old, Optional<Membership> now) {
        return old.map(Membership::state).equals(now.map(Membership::state));
    }

    private static void addTeams(List<DomainEvent> events, World before, World after, long account, long user) {
        Collection<Long> old = before.teams().of(account).of(user);
        Collection<Long> now = after.teams().of(account).of(user);
        for (Long id : union(old, now)) {
            Optional<Team> team = after.teams().team(id); // who is in a team that is gone did not leave it
            if (old.contains(id) != now.contains(id) && team.isPresent()) {
                events.add(WebhookEvents.teamMember(
                        now.contains(id) ? after : before, team.get(), user, now.contains(id)));
            }
        }
    }

    private static void addRepositories(List<DomainEvent> events, World before, World after, long account, long user) {
        for (Long id : union(collaborations(before, account, user), collaborations(after, account, user))) {
            RepositoryPermission from = access(before, id, user);
            RepositoryPermission to = access(after, id, user);
            Optional<Repository> repository = after.repositories().repository(id);
            if (from != to && repository.isPresent()) {
                events.add(WebhookEvents.collaborator(to == null ? before : after, repository.get(), user, from, to));
            }
        }
    }

    private static Collection<Long> collaborations(World world, long account, long user) {
        return world.repositories()
                .outsiders(account)
                .reach(user)
                .<Collection<Long>>map(CollaboratorAccess::repositories)
                .orElse(List.of());
    }

    private static RepositoryPermission access(World world, long repository, long user) {
        return world.repositories()
                .repository(repository)
                .map(one -> one.collaborators().get(user))
                .orElse(null);
    }

    static SortedSet<Long> union(Collection<Long> some, Collection<Long> others) {
        TreeSet<Long> all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }
}
