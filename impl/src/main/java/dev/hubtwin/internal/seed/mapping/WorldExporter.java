package dev.hubtwin.internal.seed.mapping;

import dev.hubtwin.internal.control.model.State;
import dev.hubtwin.internal.control.model.StateApp;
import dev.hubtwin.internal.control.model.StateHook;
import dev.hubtwin.internal.control.model.StateInvitation;
import dev.hubtwin.internal.control.model.StateOrganization;
import dev.hubtwin.internal.control.model.StateOrganizationInvitation;
import dev.hubtwin.internal.control.model.StateRepository;
import dev.hubtwin.internal.seed.slice.SliceKind;
import dev.hubtwin.internal.seed.slice.WorldSlice;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.account.Account;
import dev.hubtwin.internal.world.account.Organization;
import dev.hubtwin.internal.world.account.User;
import dev.hubtwin.internal.world.app.App;
import dev.hubtwin.internal.world.app.ManifestCode;
import dev.hubtwin.internal.world.app.OAuthApp;
import dev.hubtwin.internal.world.campaign.Campaign;
import dev.hubtwin.internal.world.hook.HookOwner;
import dev.hubtwin.internal.world.index.SortedIndex;
import dev.hubtwin.internal.world.membership.Invitation;
import dev.hubtwin.internal.world.membership.Invitations;
import dev.hubtwin.internal.world.membership.Membership;
import dev.hubtwin.internal.world.membership.Roster;
import dev.hubtwin.internal.world.repository.Repository;
import dev.hubtwin.internal.world.token.Token;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Writes a world, or a slice of one, as a typed seed. */
public final class WorldExporter {

    private final World world;
    private final WorldSlice slice;
    private final ReferenceResolver names;
    private final Map<Long, List<StateInvitation>> sent = new HashMap<>();

    /** Prepares the export of a whole world. */
    public WorldExporter(World world) {
        this(world, WorldSlice.whole());
    }

    /** Prepares the export of a slice of a world: a list that has elements there is written even if none is taken. */
    public WorldExporter(World world, WorldSlice slice) {
        this.world = world;
        this.slice = slice;
        this.names = new ReferenceResolver(() -> world);
    }

    public State save() {
        gatherInvitations();
        boolean anyUser = world.accounts().byId().size()
                > world.accounts().organizationIds().size();
        boolean anyOrganization = world.accounts().organizationIds().size() > 0;
        return State.builder()
                .signedIn(names.loginOrNull(world.signedIn()))
                .settings(SettingsMapper.write(world.settings()))
                .users(
                        anyUser
                                ? accounts(
                                        User.class,
                                        user -> UserMapper.write(
                                                user, world.accounts().keys()))
                                : null)
                .organizations(anyOrganization ? accounts(Organization.class, this::organization) : null)
                .repositories(
                        things(SliceKind.REPOSITORIES, world.repositories().byId(), Repository::id, this::repository))
                .oauthApps(things(SliceKind.OAUTH_APPS, world.apps().oauthApps(), OAuthApp::clientId, AppMapper::write))
                .apps(things(SliceKind.APPS, world.apps().byId(), App::id, this::app))
                .manifestCodes(things(
                        SliceKind.CODES,
                        world.apps().codes(),
                        ManifestCode::code,
                        code -> ManifestCodeMapper.write(code, names)))
                .tokens(things(
                        SliceKind.TOKENS,
                        world.tokens().byHash(),
                        Token::id,
                        token -> TokenMapper.write(token, world, names)))
                .counters(CountersMapper.write(world.counters(), slice, names))
                .build();
    }

    /** By organization what the world keeps by sender. */
    private void gatherInvitations() {
        if (!slice.isWhole() && slice.keys(SliceKind.INVITATIONS_SENT).isEmpty()) {
            return;
        }
        world.memberships().sent().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(user -> {
                    for (Invitations.Sent one : user.getValue().sent()) {
                        sent.computeIfAbsent(one.organizationId(), id -> new ArrayList<>())
                                .add(StateInvitation.builder()
                                        .by(names.login(user.getKey()))
                                        .at(Values.time(one.at()))
                                        .build());
                    }
                });
    }

    private <A extends Account, S> List<S> accounts(Class<A> kind, Function<A, S> form) {
        List<A> accounts = slice.of(SliceKind.ACCOUNTS, world.accounts().byId()).stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
        return sorted(accounts, Account::id, form);
    }

    private StateOrganization organization(Organization organization) {
        long id = organization.id();
        Roster roster = world.memberships().roster(id);
        return OrganizationMapper.write(organization)
                .members(content(
                        SliceKind.MEMBERS, id, roster.byUser(), Membership::userId, m -> MemberMapper.write(m, names)))
                .invitations(list(SliceKind.INVITATIONS, id, () -> invitations(roster)))
                .invitationsSent(list(SliceKind.INVITATIONS_SENT, id, () -> sent.getOrDefault(id, List.of())))
                .outsideCollaborators(list(
                        SliceKind.OUTSIDE_COLLABORATORS,
                        id,
                        () -> names.logins(world.repositories().outsiders(id).listed())))
                .billingManagers(list(SliceKind.BILLING_MANAGERS, id, () -> names.logins(roster.billingManagers())))
                .blockedBy(list(SliceKind.BLOCKING_USERS, id, () -> names.logins(roster.blockedBy())))
                .teams(ranked(
                        SliceKind.TEAMS,
                        id,
                        world.teams().of(id).ids(),
                        team -> TeamMapper.write(world.teams().byId().get(team), world, names)))
                .securityManagers(list(
                        SliceKind.SECURITY_MANAGERS,
                        id,
                        () -> world.teams().of(id).securityManagers().stream()
                                .sorted()
                                .map(team -> world.teams().byId().get(team).slug())
                                .toList()))
                .hooks(ranked(
                        SliceKind.HOOKS,
                        id,
                        world.hooks().of(HookOwner.organization(id)),
                        hook -> HookMapper.write(world.hooks().byId().get(hook), names)))
                .campaigns(content(
                        SliceKind.CAMPAIGNS,
                        id,
                        world.campaigns().of(id).byNumber(),
                        Campaign::number,
                        c -> CampaignMapper.write(c, world, names)))
                .build();
    }

    /** Those that are not written as pending members. */
    private List<StateOrganizationInvitation> invitations(Roster roster) {
        return roster.separateInvitations().stream()
                .sorted(Comparator.comparing(Invitation::id))
                .map(invitation -> InvitationMapper.write(invitation, names))
                .toList();
    }

    private StateRepository repository(Repository repository) {
        return RepositoryMapper.write(
                        repository,
                        world.accounts().account(repository.ownerId()).orElseThrow(),
                        names)
                .hooks(hooks(repository))
                .build();
    }

    /** A repository is taken with its webhooks. */
    private List<StateHook> hooks(Repository repository) {
        return Values.some(world.hooks().of(HookOwner.repository(repository.id())).elements().stream()
                .map(id -> HookMapper.write(world.hooks().byId().get(id), names))
                .toList());
    }

    private StateApp app(App app) {
        return AppMapper.write(app, names)
                .installations(ranked(
                        SliceKind.INSTALLATIONS,
                        app.id(),
                        world.apps().installations().of(app.id()),
                        id -> InstallationMapper.write(
                                world.apps().installations().byId().get(id), app, names)))
                .build();
    }

    private <T, K extends Comparable<K>, S> List<S> things(
            SliceKind kind, Map<?, T> all, Function<T, K> key, Function<T, S> form) {
        return all.isEmpty() ? null : sorted(slice.of(kind, all), key, form);
    }

    private <T, K extends Comparable<K>, S> List<S> content(
            SliceKind kind, long within, Map<?, T> all, Function<T, K> key, Function<T, S> form) {
        return all.isEmpty() ? null : sorted(slice.of(kind, within, all), key, form);
    }

    private <S> List<S> ranked(SliceKind kind, long within, SortedIndex<Long> all, Function<Long, S> form) {
        if (all.size() == 0) {
            return null;
        }
        Collection<Long> some = slice.isWhole() ? all.elements() : slice.keys(kind, within);
        return some.stream().map(form).collect(Collectors.toList());
    }

    /** Returns a list that is taken as one value; null if it is not taken, or empty. */
    private <S> List<S> list(SliceKind kind, long organization, Supplier<List<S>> elements) {
        return slice.holds(kind, organization) ? Values.some(elements.get()) : null;
    }

    /** Returns what {@code form} makes of the things, in the order of their keys. */
    private static <T, K extends Comparable<K>, S> List<S> sorted(
            Collection<T> things, Function<T, K> key, Function<T, S> form) {
        return things.stream().sorted(Comparator.comparing(key)).map(form).collect(Collectors.toList());
    }
}
