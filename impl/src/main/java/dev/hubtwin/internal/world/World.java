package dev.hubtwin.internal.world;

import dev.hubtwin.internal.world.account.Accounts;
import dev.hubtwin.internal.world.account.Organization;
import dev.hubtwin.internal.world.account.SshKeys;
import dev.hubtwin.internal.world.account.User;
import dev.hubtwin.internal.world.account.UserName;
import dev.hubtwin.internal.world.app.Apps;
import dev.hubtwin.internal.world.campaign.Campaigns;
import dev.hubtwin.internal.world.hook.HookOwner;
import dev.hubtwin.internal.world.hook.Hooks;
import dev.hubtwin.internal.world.membership.Invitation;
import dev.hubtwin.internal.world.membership.Membership;
import dev.hubtwin.internal.world.membership.Memberships;
import dev.hubtwin.internal.world.membership.Roster;
import dev.hubtwin.internal.world.membership.TeamRole;
import dev.hubtwin.internal.world.repository.CollaboratorAccess;
import dev.hubtwin.internal.world.repository.Repositories;
import dev.hubtwin.internal.world.repository.Repository;
import dev.hubtwin.internal.world.repository.RepositoryPermission;
import dev.hubtwin.internal.world.team.Team;
import dev.hubtwin.internal.world.team.Teammate;
import dev.hubtwin.internal.world.team.Teams;
import dev.hubtwin.internal.world.token.Tokens;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything there is at one moment. A fork, a snapshot or a reset is a reference to one of these.
 *
 * @param signedIn the user for whom the pages of the manifest flow act; null if nobody
 */
public record World(
        Accounts accounts,
        Memberships memberships,
        Teams teams,
        Repositories repositories,
        Hooks hooks,
        Campaigns campaigns,
        Apps apps,
        Tokens tokens,
        Counters counters,
        Settings settings,
        @Nullable Long signedIn) {

    /** Nothing at all. */
    public static final World EMPTY = new World(
            Accounts.NONE,
            Memberships.NONE,
            Teams.NONE,
            Repositories.NONE,
            Hooks.NONE,
            Campaigns.NONE,
            Apps.NONE,
            Tokens.NONE,
            Counters.START,
            Settings.DEFAULT,
            null);

    /** An id that was never used, and the world that knows it is used now. */
    public record Drawn(long id, World world) {}

    /** A number that was never used, and the world that knows it is used now. */
    public record Numbered(int number, World world) {}

    /** Draws the next id of the kind. */
    public Drawn draw(Counters.Kind kind) {
        long id = counters.next(kind);
        return new Drawn(id, with(counters.above(kind, id)));
    }

    /** Draws the next number of the series. */
    public Numbered draw(Counters.Series series) {
        int number = counters.next(series);
        return new Numbered(number, with(counters.above(series, number)));
    }

    /** The repository {@code owner/name}, in any case; not by a former name, see {@link Repositories#former}. */
    public Optional<Repository> repository(String owner, String name) {
        return accounts.account(owner).flatMap(account -> repositories.named(account.id(), name));
    }

    /** Returns this with the user in the place of the one with its id. */
    public World with(User user) {
        World known = with(accounts.with(user));
        return accounts.user(user.id())
                .filter(old ->
                        old.twoFactor() != user.twoFactor() || !UserName.of(old).equals(UserName.of(user)))
                .map(old -> known.with(memberships.changed(old, user))
                        .with(repositories.changed(user))
                        .withRenamed(UserName.of(old), user))
                .orElse(known);
    }

    private World withRenamed(UserName former, User user) {
        World changed = this;
        for (Long organization : memberships.belonging(user.id()).any().elements()) {
            changed = changed.with(
                    changed.teams.renamed(organization, former, changed.teammate(organization, user.id())));
        }
        return changed;
    }

    /** Returns this with other keys of users. */
    public World with(SshKeys changed) {
        return with(accounts.with(changed));
    }

    /** Returns this with the organization in the place of the one with its id. */
    public World with(Organization organization) {
        return with(accounts.with(organization));
    }

    /** Returns this with the membership in the place of the user's in the organization. */
    public World withMembership(long organizationId, Membership membership) {
        long user = membership.userId();
        World joined = with(memberships.with(organizationId, membership, user(user)))
                .with(repositories.joined(organizationId, user, membership.isActive()));
        return teams.of(organizationId).of(user).isEmpty()
                ? joined
                : joined.with(teams.changed(organizationId, joined.teammate(organizationId, user)));
    }

    /**
     * Returns this without the user's membership in the organization, and so in its teams (R72); collaborations are
     * left as they are.
     */
    public World withoutMembership(long organizationId, long userId) {
        World left = withoutRole(organizationId, userId);
        return left.with(left.teams.withoutMember(organizationId, left.teammate(organizationId, userId)));
    }

    /**
     * Returns this without the user's membership in the organization; the teams keep the user, whom they list no more.
     */
    public World withoutRole(long organizationId, long userId) {
        World left = with(memberships.without(organizationId, user(userId)))
                .with(repositories.joined(organizationId, userId, false));
        return left.with(left.teams.changed(organizationId, left.teammate(organizationId, userId)));
    }

    /**
     * Returns this after nobody accepted an invitation in time.
     *
     * @param id that of the user or of the invitation
     */
    public World withoutInvitation(long organizationId, long id, Instant at) {
        Roster roster = memberships.roster(organizationId);
        Invitation failed = roster.invitations().invitation(id).orElseThrow().failed(at);
        World others = roster.membership(id).isPresent() ? withoutMembership(organizationId, id) : this;
        return others.with(others.memberships.with(organizationId, failed));
    }

    /** Returns this with the team in the place of the one with its id. */
    public World with(Team team) {
        return with(teams.with(team, user -> teammate(team.organizationId(), user)));
    }

    /** Returns this without the team; what names it is left. */
    public World without(Team team) {
        return with(teams.without(team, user -> teammate(team.organizationId(), user)));
    }

    /** Returns this with the user in the team, in the role. */
    public World withTeamMember(Team team, long userId, TeamRole role) {
        return with(teams.withMember(team, teammate(team.organizationId(), userId), role));
    }

    /** Returns this without the user in the team. */
    public World withoutTeamMember(Team team, long userId) {
        return with(teams.withoutMember(team, teammate(team.organizationId(), userId)));
    }

    /** The user as the teams of the organization list them. */
    public Teammate teammate(long organizationId, long userId) {
        Roster roster = memberships.roster(organizationId);
        return new Teammate(UserName.of(user(userId)), roster.isMember(userId), roster.isOwner(userId));
    }

    /** Returns this without the installation and its tokens (R134). */
    public World withoutInstallation(long id) {
        return with(apps.with(apps.installations().without(id))).with(tokens.withoutInstallation(id));
    }

    /** Returns this with the repository in the place of the one with its id. */
    public World with(Repository repository) {
        return with(repositories.with(repository, this::unreached));
    }

    /** Returns this without the repository, its webhooks and the numbers of its issues; what names it is left. */
    public World withoutRepository(long id) {
        Hooks others = hooks;
        for (Long hook : hooks.of(HookOwner.repository(id)).elements()) {
            others = others.without(hook);
        }
        return with(repositories.without(id))
                .with(others)
                .with(counters.without(new Counters.Series(Counters.Numbered.ISSUES, id)));
    }

    /**
     * Returns this without the account, the numbers of its campaigns, and its place in lists of organizations; what
     * belongs to it is left.
     */
    public World withoutAccount(long id) {
        World unlisted = with(memberships.withoutMentions(id));
        for (Long owner : repositories.reachedBy(id)) {
            unlisted = unlisted.withoutOutsider(owner, id);
        }
        return unlisted.with(accounts.without(id))
                .with(counters.without(new Counters.Series(Counters.Numbered.CAMPAIGNS, id)));
    }

    /** Returns this with one more open issue in the repository (R25). */
    public World withOpenIssue(long repositoryId) {
        return with(repositories.withOpenIssue(repositoryId));
    }

    /** Returns this with the user collaborating in these repositories of the owner, and in no others. */
    World withCollaborations(long ownerId, long userId, Map<Long, RepositoryPermission> accesses) {
        Set<Long> affected = new HashSet<>(accesses.keySet());
        repositories.outsiders(ownerId).reach(userId).ifPresent(reach -> affected.addAll(reach.repositories()));
        Repositories changed = repositories;
        for (Long id : affected) {
            changed = changed.collaborating(id, userId, accesses.get(id), this::unreached);
        }
        return with(changed);
    }

    /** Returns this with the user listed as an outside collaborator of the organization, whatever they reach. */
    public World withOutsider(long organizationId, long userId) {
        return with(repositories.listed(organizationId, userId, true, this::unreached));
    }

    /** Returns this with the user listed no more; as a collaborator the user remains one. */
    public World withoutOutsider(long organizationId, long userId) {
        return with(repositories.listed(organizationId, userId, false, this::unreached));
    }

    private CollaboratorAccess unreached(long ownerId, long userId) {
        return CollaboratorAccess.none(user(userId), memberships.roster(ownerId).isMember(userId));
    }

    private User user(long id) {
        return accounts.user(id).orElseThrow();
    }

    private World with(Accounts changed) {
        return new World(
                changed,
                memberships,
                teams,
                repositories,
                hooks,
                campaigns,
                apps,
                tokens,
                counters,
                settings,
                signedIn);
    }

    /** Returns this with other memberships; for single ones see {@link #withMembership}. */
    public World with(Memberships changed) {
        return new World(
                accounts, changed, teams, repositories, hooks, campaigns, apps, tokens, counters, settings, signedIn);
    }

    /** Returns this with other teams. */
    public World with(Teams changed) {
        return new World(
                accounts,
                memberships,
                changed,
                repositories,
                hooks,
                campaigns,
                apps,
                tokens,
                counters,
                settings,
                signedIn);
    }

    private World with(Repositories changed) {
        return changed == repositories
                ? this
                : new World(
                        accounts,
                        memberships,
                        teams,
                        changed,
                        hooks,
                        campaigns,
                        apps,
                        tokens,
                        counters,
                        settings,
                        signedIn);
    }

    /** Returns this with other hooks. */
    public World with(Hooks changed) {
        return new World(
                accounts,
                memberships,
                teams,
                repositories,
                changed,
                campaigns,
                apps,
                tokens,
                counters,
                settings,
                signedIn);
    }

    /** Returns this with other campaigns. */
    public World with(Campaigns changed) {
        return new World(
                accounts, memberships, teams, repositories, hooks, changed, apps, tokens, counters, settings, signedIn);
    }

    /** Returns this with other apps, installations or codes. */
    public World with(Apps changed) {
        return new World(
                accounts,
                memberships,
                teams,
                repositories,
                hooks,
                campaigns,
                changed,
                tokens,
                counters,
                settings,
                signedIn);
    }

    /** Returns this with other tokens. */
    public World with(Tokens changed) {
        return new World(
                accounts,
                memberships,
                teams,
                repositories,
                hooks,
                campaigns,
                apps,
                changed,
                counters,
                settings,
                signedIn);
    }

    /** Returns this with other counters. */
    public World with(Counters changed) {
        return new World(
                accounts,
                memberships,
                teams,
                repositories,
                hooks,
                campaigns,
                apps,
                tokens,
                changed,
                settings,
                signedIn);
    }

    /** Returns this with other settings. */
    public World with(Settings changed) {
        return new World(
                accounts,
                memberships,
                teams,
                repositories,
                hooks,
                campaigns,
                apps,
                tokens,
                counters,
                changed,
                signedIn);
    }

    /** Returns this with another user for whom the pages act; null: nobody. */
    public World signedIn(@Nullable Long userId) {
        return new World(
                accounts, memberships, teams, repositories, hooks, campaigns, apps, tokens, counters, settings, userId);
    }
}
