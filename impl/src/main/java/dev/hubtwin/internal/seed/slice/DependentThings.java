package dev.hubtwin.internal.seed.slice;

import dev.hubtwin.internal.seed.merge.DeletedThing;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.account.Account;
import dev.hubtwin.internal.world.account.Organization;
import dev.hubtwin.internal.world.index.Reference.Kind;
import dev.hubtwin.internal.world.repository.Repository;
import dev.hubtwin.internal.world.team.Team;
import java.util.Collection;
import java.util.regex.Pattern;

/** Finds what depends on things of a world that a merge deletes: what is in them, and what names them. */
public final class DependentThings {

    private static final Pattern ID = Pattern.compile("\\d{1,16}");

    private final World world;
    private final WorldSlice slice;
    private final Things things;

    private DependentThings(World world, WorldSlice slice) {
        this.world = world;
        this.slice = slice;
        this.things = new Things(world, slice);
    }

    /** Takes what depends on deleted things into a slice; returns whether it was not there yet. */
    public static boolean take(World world, Collection<DeletedThing> deleted, WorldSlice slice) {
        int before = slice.size();
        DependentThings dependents = new DependentThings(world, slice);
        deleted.forEach(dependents::of);
        return slice.size() > before;
    }

    private void of(DeletedThing deleted) {
        switch (deleted.kind()) {
            case "account" -> world.accounts().account(deleted.name()).ifPresent(this::ofAccount);
            case "member" -> ofMember(deleted);
            case "team" ->
                world.accounts()
                        .account(deleted.scope())
                        .flatMap(organization -> world.teams().team(organization.id(), deleted.name()))
                        .ifPresent(this::ofTeam);
            case "repository" ->
                world.repository(deleted.scope(), deleted.name()).ifPresent(this::ofRepository);
            case "oauth_app" -> ofOAuthApp(deleted.name());
            case "app" ->
                world.apps().slugged(deleted.name()).ifPresent(app -> {
                    things.installations(app.id());
                    things.tokens(Kind.APP, app.id());
                });
            case "installation" -> ofInstallation(deleted.name());
            default -> {} // a full name: the repository is deleted, too
        }
    }

    private void ofAccount(Account account) {
        long id = account.id();
        if (account instanceof Organization) {
            content(id);
        }
        people(id);
        world.repositories().of(id).ids().elements().forEach(one -> slice.take(SliceKind.REPOSITORIES, one));
        world.repositories().references().to(Kind.ACCOUNT, id).forEach(one -> slice.take(SliceKind.REPOSITORIES, one));
        world.apps().ownedBy(id).forEach(app -> slice.take(SliceKind.APPS, app));
        world.apps().codesOf(id).forEach(code -> slice.take(SliceKind.CODES, code));
        world.apps().installations().onAccount(id).elements().forEach(things::installation);
        world.apps().installations().references().to(Kind.ACCOUNT, id).forEach(things::installation);
        world.hooks().references().to(Kind.ACCOUNT, id).forEach(things::hook);
        things.campaigns(Kind.ACCOUNT, id);
        things.tokens(Kind.ACCOUNT, id);
    }

    private void people(Long id) {
        for (Long organization : world.memberships().belonging(id).any().elements()) {
            slice.take(SliceKind.MEMBERS, organization, id);
        }
        things.invitees(Kind.ACCOUNT, id);
        for (Long owner : world.repositories().reachedBy(id)) {
            world.repositories()
                    .outsiders(owner)
                    .reach(id)
                    .ifPresent(reach ->
                            reach.repositories().forEach(repository -> slice.take(SliceKind.REPOSITORIES, repository)));
        }
    }

    private void content(long organization) {
        for (Long user : world.memberships().roster(organization).byUser().keySet()) {
            slice.take(SliceKind.MEMBERS, organization, user);
        }
        world.teams().of(organization).ids().elements().forEach(things::team);
        things.hooks(organization);
        things.campaigns(organization);
        SliceKind.LISTS.forEach(list -> slice.take(list, organization));
    }

    private void ofMember(DeletedThing deleted) {
        world.accounts()
                .account(deleted.scope())
                .ifPresent(organization -> world.accounts()
                        .user(deleted.name())
                        .ifPresent(user -> world.teams()
                                .of(organization.id())
                                .of(user.id())
                                .forEach(things::team)));
    }

    private void ofTeam(Team team) {
        if (world.teams().of(team.organizationId()).securityManagers().contains(team.id())) {
            slice.take(SliceKind.SECURITY_MANAGERS, team.organizationId());
        }
        world.teams().references().to(Kind.TEAM, team.id()).forEach(things::team);
        things.campaigns(Kind.TEAM, team.id());
        things.invitees(Kind.TEAM, team.id());
    }

    private void ofRepository(Repository repository) {
        Long id = repository.id();
        world.teams().reaching(id).forEach(things::team);
        things.campaigns(Kind.REPOSITORY, id);
        things.forks(id);
        for (Long installation :
                world.apps().installations().onAccount(repository.ownerId()).elements()) {
            things.installation(installation);
            things.tokens(Kind.INSTALLATION, installation);
        }
        things.tokens(Kind.ACCOUNT, repository.ownerId());
    }

    /** @param id as the document says it: nothing, if the document adds what it deletes; or what is not an id */
    private void ofInstallation(String id) {
        if (ID.matcher(id).matches()) {
            things.tokens(Kind.INSTALLATION, Long.parseLong(id));
        }
    }

    private void ofOAuthApp(String clientId) {
        world.hooks().references().to(Kind.OAUTH_APP, clientId).forEach(things::hook);
        things.tokens(Kind.OAUTH_APP, clientId);
    }
}
