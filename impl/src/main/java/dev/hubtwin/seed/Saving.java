package dev.hubtwin.seed;

import dev.hubtwin.control.model.State;
import dev.hubtwin.control.model.StateApp;
import dev.hubtwin.control.model.StateInvitation;
import dev.hubtwin.control.model.StateOrganization;
import dev.hubtwin.world.Account;
import dev.hubtwin.world.App;
import dev.hubtwin.world.Hook;
import dev.hubtwin.world.Hooks;
import dev.hubtwin.world.Invitations;
import dev.hubtwin.world.ManifestCode;
import dev.hubtwin.world.Membership;
import dev.hubtwin.world.OAuthApp;
import dev.hubtwin.world.Organization;
import dev.hubtwin.world.Repository;
import dev.hubtwin.world.Roster;
import dev.hubtwin.world.Token;
import dev.hubtwin.world.User;
import dev.hubtwin.world.World;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Writes a world as a typed seed. */
final class Saving {

  private final World world;
  private final Names names;
  private final Map<Long, List<StateInvitation>> invitations = new HashMap<>();
  private final Map<Long, List<Hook>> hooks = new HashMap<>();

  Saving(World world) {
    this.world = world;
    this.names = new Names(() -> world);
  }

  State save() {
    gather();
    return State.builder()
        .signedIn(names.loginOrNull(world.signedIn()))
        .settings(SettingsForm.write(world.settings()))
        .users(accounts(User.class, UserForm::write))
        .organizations(accounts(Organization.class, this::organization))
        .repositories(sorted(world.repositories().byId().values(), Repository::id, this::repository))
        .oauthApps(sorted(world.apps().oauthApps().values(), OAuthApp::clientId, AppForm::write))
        .apps(sorted(world.apps().byId().values(), App::id, this::app))
        .manifestCodes(sorted(world.apps().codes().values(), ManifestCode::code, code -> CodeForm.write(code, names)))
        .tokens(sorted(world.tokens().all(), Token::id, token -> TokenForm.write(token, world, names)))
        .counters(CountersForm.write(world.counters(), names))
        .build();
  }

  /** By organization what the world keeps in another order. */
  private void gather() {
    world.memberships().sent().entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(user -> {
      for (Invitations.Sent sent : user.getValue().sent()) {
        invitations.computeIfAbsent(sent.organizationId(), id -> new ArrayList<>()).add(
            StateInvitation.builder().by(names.login(user.getKey())).at(Values.time(sent.at())).build());
      }
    });
    Hooks all = world.hooks();
    all.byId().values().forEach(hook -> hooks.computeIfAbsent(hook.organizationId(), id -> new ArrayList<>()).add(hook));
  }

  private <A extends Account, S> List<S> accounts(Class<A> kind, Function<A, S> form) {
    List<A> accounts = world.accounts().all().stream().filter(kind::isInstance).map(kind::cast).toList();
    return sorted(accounts, Account::id, form);
  }

  private StateOrganization organization(Organization organization) {
    long id = organization.id();
    Roster roster = world.memberships().roster(id);
    return OrganizationForm.write(organization)
        .members(sorted(roster.all(), Membership::userId, member -> MemberForm.write(member, names)))
        .invitationsSent(invitations.get(id))
        .outsideCollaborators(Values.some(names.logins(listed(id))))
        .billingManagers(Values.some(names.logins(roster.billingManagers())))
        .teams(Values.some(world.teams().of(id).ids().elements().stream()
            .map(team -> TeamForm.write(world.teams().byId().get(team), world, names)).toList()))
        .securityManagers(Values.some(world.teams().of(id).securityManagers().stream().sorted()
            .map(team -> world.teams().byId().get(team).slug()).toList()))
        .hooks(sorted(hooks.getOrDefault(id, List.of()), Hook::id, hook -> HookForm.write(hook, names)))
        .campaigns(sorted(world.campaigns().of(id).byNumber().values(), c -> c.number(), c -> CampaignForm.write(c, world, names)))
        .build();
  }

  private List<Long> listed(long organizationId) {
    return world.repositories().outsiders(organizationId).byUser().entrySet().stream()
        .filter(reach -> reach.getValue().listed()).map(Map.Entry::getKey).toList();
  }

  private dev.hubtwin.control.model.StateRepository repository(Repository repository) {
    return RepositoryForm.write(repository, world.accounts().account(repository.ownerId()).orElseThrow(), names);
  }

  private StateApp app(App app) {
    return AppForm.write(app, names)
        .installations(Values.some(world.apps().installations().of(app.id()).elements().stream()
            .map(id -> InstallationForm.write(world.apps().installations().byId().get(id), app, names)).toList()))
        .build();
  }

  /** The forms of the things in the order of their keys; nothing if there are none. */
  private static <T, K extends Comparable<K>, S> List<S> sorted(Collection<T> things, Function<T, K> key, Function<T, S> form) {
    Stream<T> sorted = things.stream().sorted(Comparator.comparing(key));
    return Values.some(sorted.map(form).toList());
  }
}
