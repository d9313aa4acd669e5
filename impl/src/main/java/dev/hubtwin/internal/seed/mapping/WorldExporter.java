package dev.hubtwin.internal.seed.mapping;

import dev.hubtwin.internal.control.model.State;
import dev.hubtwin.internal.control.model.StateApp;
import dev.hubtwin.internal.control.model.StateInvitation;
import dev.hubtwin.internal.control.model.StateOrganization;
import dev.hubtwin.internal.control.model.StateRepository;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.account.Account;
import dev.hubtwin.internal.world.account.Organization;
import dev.hubtwin.internal.world.account.User;
import dev.hubtwin.internal.world.app.App;
import dev.hubtwin.internal.world.app.ManifestCode;
import dev.hubtwin.internal.world.app.OAuthApp;
import dev.hubtwin.internal.world.hook.Hook;
import dev.hubtwin.internal.world.hook.Hooks;
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
import java.util.stream.Stream;

/** Writes a world as a typed seed. */
public final class WorldExporter {

    private final World world;
    private final ReferenceResolver names;
    private final Map<Long, List<StateInvitation>> invitations = new HashMap<>();
    private final Map<Long, List<Hook>> hooks = new HashMap<>();

    public WorldExporter(World world) {
        this.world = world;
        this.names = new ReferenceResolver(() -> world);
    }

    public State save() {
        gather();
        return State.builder()
                .signedIn(names.loginOrNull(world.signedIn()))
                .settings(SettingsMapper.write(world.settings()))
                .users(accounts(User.class, UserMapper::write))
                .organizations(accounts(Organization.class, this::organization))
                .repositories(sorted(world.repositories().byId().values(), Repository::id, this::repository))
                .oauthApps(sorted(world.apps().oauthApps().values(), OAuthApp::clientId, AppMapper::write))
                .apps(sorted(world.apps().byId().values(), App::id, this::app))
                .manifestCodes(sorted(
                        world.apps().codes().values(),
                        ManifestCode::code,
                        code -> ManifestCodeMapper.write(code, names)))
                .tokens(sorted(world.tokens().all(), Token::id, token -> TokenMapper.write(token, world, names)))
                .counters(CountersMapper.write(world.counters(), names))
                .build();
    }

    /** By organization what the world keeps in another order. */
    private void gather() {
        world.memberships().sent().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(user -> {
                    for (Invitations.Sent sent : user.getValue().sent()) {
                        invitations
                                .computeIfAbsent(sent.organizationId(), id -> new ArrayList<>())
                                .add(StateInvitation.builder()
                                        .by(names.login(user.getKey()))
                                        .at(Values.time(sent.at()))
                                        .build());
                    }
                });
        Hooks all = world.hooks();
        all.byId()
                .values()
                .forEach(hook -> hooks.computeIfAbsent(hook.organizationId(), id -> new ArrayList<>())
                        .add(hook));
    }

    private <A extends Account, S> List<S> accounts(Class<A> kind, Function<A, S> form) {
        List<A> accounts = world.accounts().all().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
        return sorted(accounts, Account::id, form);
    }

    private StateOrganization organization(Organization organization) {
        long id = organization.id();
        Roster roster = world.memberships().roster(id);
        return OrganizationMapper.write(organization)
                .members(sorted(roster.all(), Membership::userId, member -> MemberMapper.write(member, names)))
                .invitationsSent(invitations.get(id))
                .outsideCollaborators(Values.some(names.logins(listed(id))))
                .billingManagers(Values.some(names.logins(roster.billingManagers())))
                .blockedBy(Values.some(names.logins(roster.blockedBy())))
                .teams(Values.some(world.teams().of(id).ids().elements().stream()
                        .map(team -> TeamMapper.write(world.teams().byId().get(team), world, names))
                        .toList()))
                .securityManagers(Values.some(world.teams().of(id).securityManagers().stream()
                        .sorted()
                        .map(team -> world.teams().byId().get(team).slug())
                        .toList()))
                .hooks(sorted(hooks.getOrDefault(id, List.of()), Hook::id, hook -> HookMapper.write(hook, names)))
                .campaigns(sorted(
                        world.campaigns().of(id).byNumber().values(),
                        c -> c.number(),
                        c -> CampaignMapper.write(c, world, names)))
                .build();
    }

    private List<Long> listed(long organizationId) {
        return world.repositories().outsiders(organizationId).byUser().entrySet().stream()
                .filter(reach -> reach.getValue().listed())
                .map(Map.Entry::getKey)
                .toList();
    }

    private StateRepository repository(Repository repository) {
        return RepositoryMapper.write(
                repository, world.accounts().account(repository.ownerId()).orElseThrow(), names);
    }

    private StateApp app(App app) {
        return AppMapper.write(app, names)
                .installations(Values.some(world.apps().installations().of(app.id()).elements().stream()
                        .map(id -> InstallationMapper.write(
                                world.apps().installations().byId().get(id), app, names))
                        .toList()))
                .build();
    }

    /** Returns what {@code form} makes of the things, in the order of their keys; null if there are none. */
    private static <T, K extends Comparable<K>, S> List<S> sorted(
            Collection<T> things, Function<T, K> key, Function<T, S> form) {
        Stream<T> sorted = things.stream().sorted(Comparator.comparing(key));
        return Values.some(sorted.map(form).toList());
    }
}
