package dev.hubtwin.internal.repositories;

import dev.hubtwin.internal.api.model.RepositoryCreate;
import dev.hubtwin.internal.api.model.ValidationErrorCode;
import dev.hubtwin.internal.api.model.ValidationErrorDetail;
import dev.hubtwin.internal.auth.Caller;
import dev.hubtwin.internal.event.DomainEvent;
import dev.hubtwin.internal.event.WebhookEvents;
import dev.hubtwin.internal.exchange.PathEntities;
import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.store.Change;
import dev.hubtwin.internal.world.Counters;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.account.MemberPrivileges;
import dev.hubtwin.internal.world.account.Organization;
import dev.hubtwin.internal.world.membership.Roster;
import dev.hubtwin.internal.world.naming.WireName;
import dev.hubtwin.internal.world.repository.Repository;
import dev.hubtwin.internal.world.repository.Repository.Visibility;
import dev.hubtwin.internal.world.repository.RepositoryPermission;
import dev.hubtwin.internal.world.team.Team;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/** How a repository of an organization begins. */
final class RepositoryCreation {

    private static final Pattern NOT_IN_NAMES = Pattern.compile("[^A-Za-z0-9_.-]+");
    private static final int LONGEST = 100;

    private RepositoryCreation() {}

    /**
     * Makes a repository. A member who is not an owner may administer it.
     *
     * @throws ApiException 403 if the organization does not let the caller, 404 if a token may not make private ones,
     *     422 for what cannot be
     */
    static Change<Repository> create(PathEntities named, Caller caller, RepositoryCreate body, Instant now) {
        World world = named.world();
        Organization owner = named.organization();
        Visibility visibility = visibility(body);
        requireRight(world, owner, caller, visibility);
        requirePossible(visibility, owner);
        NewRepository wanted = new NewRepository(name(world, owner, body.name()), visibility, body, owner);
        World.Drawn drawn = world.draw(Counters.Kind.REPOSITORIES);
        Repository made = wanted.made(drawn.id(), administrators(world, owner, caller), now);
        World changed = drawn.world().with(made);
        if (body.teamId() == null) {
            return new Change<>(changed, made, List.of(WebhookEvents.repositoryCreated(changed, made)));
        }
        Team team = team(world, owner, body.teamId());
        World given = changed.with(changed.teams().withRepository(team, made.id(), team.permission()));
        List<DomainEvent> events = new ArrayList<>();
        events.add(WebhookEvents.repositoryCreated(given, made));
        events.add(WebhookEvents.teamRepository(
                given, given.teams().team(team.id()).orElseThrow(), made, team.permission(), true));
        return new Change<>(given, made, events);
    }

    private static Visibility visibility(RepositoryCreate body) {
        return body.visibility() == null
                ? body._private() ? Visibility.PRIVATE : Visibility.PUBLIC
                : WireName.read(Visibility.class, body.visibility().text());
    }

    private static void requireRight(World world, Organization owner, Caller caller, Visibility visibility) {
        if (caller.kind().hasScopes() && visibility != Visibility.PUBLIC && !caller.hasScope("repo")) {
            throw ApiException.notFound();
        }
        OptionalLong user = caller.user();
        Roster roster = world.memberships().roster(owner.id());
        if (user.isPresent()
                && !roster.isOwner(user.getAsLong())
                && !isLetTo(owner.policy().repositoryCreation(), visibility)) {
            throw ApiException.of(403, "You need admin access to the organization before adding a repository to it.");
        }
    }

    private static boolean isLetTo(MemberPrivileges.RepositoryCreation members, Visibility visibility) {
        return members.any()
                && switch (visibility) {
                    case PUBLIC -> members.publicOnes();
                    case PRIVATE -> members.privateOnes();
                    case INTERNAL -> members.internalOnes();
                };
    }

    private static void requirePossible(Visibility visibility, Organization owner) {
        if (visibility == Visibility.INTERNAL && owner.enterprise() == null) {
            throw refused(
                    "visibility", "Only organizations associated with an enterprise can set visibility to internal");
        }
    }

    private static String name(World world, Organization owner, String given) {
        String name = NOT_IN_NAMES.matcher(given).replaceAll("-");
        if (name.length() > LONGEST) {
            throw refused("name", "name is too long (maximum is " + LONGEST + " characters)");
        }
        if (name.matches("[.]{1,2}")) {
            throw refused("name", "name is reserved");
        }
        if (world.repositories().named(owner.id(), name).isPresent()) {
            throw refused("name", "name already exists on this account");
        }
        return name;
    }

    private static PMap<Long, RepositoryPermission> administrators(World world, Organization owner, Caller caller) {
        OptionalLong user = caller.user();
        return user.isEmpty() || world.memberships().roster(owner.id()).isOwner(user.getAsLong())
                ? HashTreePMap.empty()
                : HashTreePMap.singleton(user.getAsLong(), RepositoryPermission.ADMIN);
    }

    private static Team team(World world, Organization owner, long id) {
        return world.teams()
                .team(id)
                .filter(found -> found.organizationId() == owner.id())
                .orElseThrow(() -> refused("team_id", "team_id is not a team of this organization"));
    }

    private static ApiException refused(String field, String message) {
        return ApiException.invalid(
                "Repository creation failed.",
                List.of(new ValidationErrorDetail("Repository", ValidationErrorCode.CUSTOM, field, message)));
    }
}
