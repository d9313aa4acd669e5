package dev.hubtwin.internal.seed.slice;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.account.Organization;
import dev.hubtwin.internal.world.account.User;
import dev.hubtwin.internal.world.app.Apps;
import dev.hubtwin.internal.world.hook.Hooks;
import dev.hubtwin.internal.world.membership.Invitation;
import dev.hubtwin.internal.world.membership.Memberships;
import dev.hubtwin.internal.world.membership.Roster;
import dev.hubtwin.internal.world.token.Tokens;
import java.util.HashSet;
import java.util.Set;

/**
 * What of a world stays as it is when a slice of it is read anew.
 *
 * @param world the world without the slice, but for accounts that are read anew: what belongs to them may stay
 * @param outdated the ids of these accounts
 */
public record SliceRest(World world, Set<Long> outdated) {

    /** What is left when everything is read anew. */
    public static final SliceRest NOTHING = new SliceRest(World.EMPTY, Set.of());

    /**
     * Returns the rest of a world.
     *
     * @param state a document with the slice: accounts that it does not name any more are gone
     */
    public static SliceRest of(World world, WorldSlice slice, JsonNode state) {
        if (slice.isWhole()) {
            return NOTHING;
        }
        Set<Long> stay = new HashSet<>();
        state.path("users")
                .forEach(user -> world.accounts()
                        .user(user.path("login").asText())
                        .map(User::id)
                        .ifPresent(stay::add));
        state.path("organizations")
                .forEach(organization -> world.accounts()
                        .organization(organization.path("login").asText())
                        .map(Organization::id)
                        .ifPresent(stay::add));
        World rest = withoutApps(world, slice);
        for (Long account : slice.<Long>keys(SliceKind.ACCOUNTS)) {
            rest = withoutContent(rest, slice, account);
            rest = rest.with(rest.accounts().keys().withoutUser(account));
        }
        for (Long repository : slice.<Long>keys(SliceKind.REPOSITORIES)) {
            rest = rest.withoutRepository(repository);
        }
        Set<Long> outdated = new HashSet<>();
        for (Long account : slice.<Long>keys(SliceKind.ACCOUNTS)) {
            if (stay.contains(account)) {
                outdated.add(account);
            } else {
                rest = rest.withoutAccount(account);
            }
        }
        return new SliceRest(rest, outdated);
    }

    private static World withoutApps(World world, WorldSlice slice) {
        Tokens tokens = world.tokens();
        for (String hash : slice.<String>keys(SliceKind.TOKENS)) {
            tokens = tokens.without(hash);
        }
        Apps apps = world.apps();
        for (String code : slice.<String>keys(SliceKind.CODES)) {
            apps = apps.withoutCode(code);
        }
        for (String clientId : slice.<String>keys(SliceKind.OAUTH_APPS)) {
            apps = apps.withoutOAuthApp(clientId);
        }
        for (Long app : slice.<Long>keys(SliceKind.APPS)) {
            for (Long installation : slice.<Long>keys(SliceKind.INSTALLATIONS, app)) {
                apps = apps.with(apps.installations().without(installation));
            }
            apps = apps.without(app);
        }
        return world.with(tokens).with(apps);
    }

    private static World withoutContent(World world, WorldSlice slice, Long organization) {
        World rest = world;
        for (Integer number : slice.<Integer>keys(SliceKind.CAMPAIGNS, organization)) {
            rest = rest.with(rest.campaigns().without(organization, number));
        }
        Hooks hooks = rest.hooks();
        for (Long hook : slice.<Long>keys(SliceKind.HOOKS, organization)) {
            hooks = hooks.without(hook);
        }
        rest = withoutTeams(rest.with(hooks), slice, organization);
        if (slice.holds(SliceKind.OUTSIDE_COLLABORATORS, organization)) {
            for (Long user : world.repositories().outsiders(organization).listed()) {
                rest = rest.withoutOutsider(organization, user);
            }
        }
        for (Long user : slice.<Long>keys(SliceKind.MEMBERS, organization)) {
            rest = rest.withoutRole(organization, user);
        }
        return rest.with(withoutLists(rest.memberships(), slice, organization));
    }

    private static World withoutTeams(World world, WorldSlice slice, Long organization) {
        World rest = world;
        if (slice.holds(SliceKind.SECURITY_MANAGERS, organization)) {
            for (Long team : world.teams().of(organization).securityManagers()) {
                rest = rest.with(rest.teams().withoutSecurityManager(team));
            }
        }
        for (Long team : slice.<Long>keys(SliceKind.TEAMS, organization)) {
            rest = rest.without(rest.teams().team(team).orElseThrow());
        }
        return rest;
    }

    private static Memberships withoutLists(Memberships memberships, WorldSlice slice, Long organization) {
        Memberships rest = memberships;
        Roster roster = memberships.roster(organization);
        if (slice.holds(SliceKind.INVITATIONS, organization)) {
            for (Invitation invitation : roster.separateInvitations()) {
                rest = rest.withoutInvitation(organization, invitation.id());
            }
        }
        if (slice.holds(SliceKind.INVITATIONS_SENT, organization)) {
            rest = rest.withoutInvitations(organization);
        }
        if (slice.holds(SliceKind.BILLING_MANAGERS, organization)) {
            for (Long user : roster.billingManagers()) {
                rest = rest.withoutBillingManager(organization, user);
            }
        }
        if (slice.holds(SliceKind.BLOCKING_USERS, organization)) {
            for (Long user : roster.blockedBy()) {
                rest = rest.withoutBlockingUser(organization, user);
            }
        }
        return rest;
    }
}
