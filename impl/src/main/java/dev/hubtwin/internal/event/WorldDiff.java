package dev.hubtwin.internal.event;

import dev.hubtwin.internal.event.WebhookEvents.Fate;
import dev.hubtwin.internal.seed.MergedWorld;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.account.Organization;
import dev.hubtwin.internal.world.app.Installation;
import dev.hubtwin.internal.world.hook.Hook;
import dev.hubtwin.internal.world.membership.Invitation;
import dev.hubtwin.internal.world.membership.Roster;
import dev.hubtwin.internal.world.repository.Repository;
import dev.hubtwin.internal.world.repository.RepositoryPermission;
import dev.hubtwin.internal.world.team.Team;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What webhooks tell after somebody arranged the world. What a document touched was read anew and is compared; all else
 * is the same in both worlds.
 */
public final class WorldDiff {

    private final World before;
    private final World after;
    private final TouchedThings touched;
    private final List<DomainEvent> events = new ArrayList<>();

    private WorldDiff(World before, MergedWorld merged) {
        this.before = before;
        this.after = merged.world();
        this.touched = new TouchedThings(before, merged);
    }

    /** Everything that differs: organizations, their teams and people, then hooks, apps and installations. */
    public static List<DomainEvent> events(World before, MergedWorld merged) {
        WorldDiff difference = new WorldDiff(before, merged);
        difference.accounts();
        difference.hooks();
        difference.apps();
        difference.installations();
        return difference.events;
    }

    private void accounts() {
        for (Long id : touched.organizations()) {
            Optional<Organization> old = before.accounts().organization(id);
            Optional<Organization> now = after.accounts().organization(id);
            if (now.isEmpty()) {
                events.add(WebhookEvents.organizationDeleted(before, id));
            } else {
                old.filter(was -> !was.login().equals(now.get().login()))
                        .ifPresent(was -> events.add(WebhookEvents.organizationRenamed(after, id, was.login())));
                teams(id);
                people(id);
                invitations(id);
            }
        }
        for (Long id : touched.repositoryOwners()) {
            if (after.accounts().user(id).isPresent()) {
                people(id);
            }
        }
    }

    /** Those that are not pending members; of these {@link #people} tells. */
    private void invitations(long organization) {
        Roster was = before.memberships().roster(organization);
        Roster is = after.memberships().roster(organization);
        for (Invitation invitation : is.invitations().pending().elements()) {
            if (is.membership(invitation.id()).isEmpty()
                    && was.invitations()
                            .invitation(invitation.id())
                            .filter(Invitation::isPending)
                            .isEmpty()) {
                events.add(WebhookEvents.memberInvited(after, organization, invitation));
            }
        }
    }

    private void people(long account) {
        touched.people(account).forEach(user -> events.addAll(MembershipDiff.ofUser(before, after, account, user)));
    }

    private void teams(long organization) {
        for (Long id : touched.teams(organization)) {
            Optional<Team> was = before.teams().team(id);
            Optional<Team> is = after.teams().team(id);
            is.ifPresentOrElse(
                    there -> team(was, there),
                    () -> was.ifPresent(gone -> events.add(WebhookEvents.teamDeleted(before, gone))));
        }
    }

    private void team(Optional<Team> was, Team is) {
        if (was.isEmpty()) {
            events.add(WebhookEvents.teamCreated(after, is));
        } else {
            Map<String, Object> changes = changes(was.get(), is);
            if (!changes.isEmpty()) {
                events.add(WebhookEvents.teamEdited(after, is, changes));
            }
        }
        Map<Long, RepositoryPermission> old =
                was.<Map<Long, RepositoryPermission>>map(Team::repositories).orElse(Map.of());
        for (Long id : MembershipDiff.union(old.keySet(), is.repositories().keySet())) {
            boolean added = is.repositories().containsKey(id);
            RepositoryPermission access = (added ? is.repositories() : old).get(id);
            after.repositories()
                    .repository(id)
                    .filter(there -> added != old.containsKey(id))
                    .ifPresent(there ->
                            events.add(WebhookEvents.teamRepository(added ? after : before, is, there, access, added)));
        }
    }

    private static Map<String, Object> changes(Team was, Team is) {
        Map<String, Object> changes = new HashMap<>();
        change(changes, "name", was.name(), is.name());
        change(changes, "description", was.description(), is.description());
        change(changes, "privacy", was.privacy().word(), is.privacy().word());
        return changes;
    }

    private static void change(Map<String, Object> changes, String member, String was, String is) {
        if (!Objects.equals(was, is)) {
            Map<String, Object> from = new HashMap<>();
            from.put("from", was);
            changes.put(member, from);
        }
    }

    private void hooks() {
        for (Long id : touched.hooks()) {
            Hook was = before.hooks().byId().get(id);
            Hook is = after.hooks().byId().get(id);
            if (was == null) {
                events.add(WebhookEvents.ping(after, is));
            } else if (is == null) {
                events.add(WebhookEvents.hookDeleted(before, was));
            }
        }
    }

    private void apps() {
        for (Long id : touched.apps()) {
            after.apps()
                    .app(id)
                    .filter(is -> before.apps().app(id).isEmpty() && is.webhook() != null)
                    .ifPresent(is -> events.add(WebhookEvents.ping(after, is)));
        }
    }

    private void installations() {
        Map<Long, Installation> old = before.apps().installations().byId();
        Map<Long, Installation> now = after.apps().installations().byId();
        for (Long id : touched.installations()) {
            if (!now.containsKey(id)) {
                events.add(WebhookEvents.installation(before, old.get(id), Fate.DELETED));
            } else if (!old.containsKey(id)) {
                events.add(WebhookEvents.installation(after, now.get(id), Fate.CREATED));
            } else {
                installation(old.get(id), now.get(id));
            }
        }
    }

    private void installation(Installation was, Installation is) {
        if ((was.suspension() == null) != (is.suspension() == null)) {
            events.add(WebhookEvents.installation(after, is, is.suspension() == null ? Fate.UNSUSPEND : Fate.SUSPEND));
        }
        if (!was.permissions().equals(is.permissions())) {
            events.add(WebhookEvents.installation(after, is, Fate.NEW_PERMISSIONS_ACCEPTED));
        }
        if (!was.selection().equals(is.selection())) {
            repositories(was, is);
        }
    }

    private void repositories(Installation was, Installation is) {
        List<Repository> added = new ArrayList<>();
        List<Repository> removed = new ArrayList<>();
        for (Long id : after.repositories().of(is.accountId()).ids().elements()) {
            boolean now = is.selection().includes(id);
            if (now != was.selection().includes(id)) {
                (now ? added : removed).add(after.repositories().repository(id).orElseThrow());
            }
        }
        for (List<Repository> some : List.of(added, removed)) {
            if (!some.isEmpty()) {
                events.add(WebhookEvents.installationRepositories(after, is, some == added, some));
            }
        }
    }
}
