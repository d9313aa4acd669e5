package dev.hubtwin.internal.auth;

import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.app.RepositoryChoice;
import dev.hubtwin.internal.world.naming.WireName;
import dev.hubtwin.internal.world.repository.Repository;
import dev.hubtwin.internal.world.repository.Repository.Visibility;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Those repositories of one owner that a list shows to a caller. They are never counted out: where all of a visibility
 * are among them, that is all there is to say.
 *
 * @param whole the visibilities of which all are
 * @param single the ids of others that are
 */
public record RepositoryReach(long ownerId, Set<Visibility> whole, Set<Long> single) {

    /** By what somebody has repositories. */
    public enum Affiliation implements WireName {
        OWNER,
        COLLABORATOR,
        ORGANIZATION_MEMBER
    }

    /** Those that are for everybody. */
    public static RepositoryReach open(long owner) {
        return new RepositoryReach(owner, EnumSet.of(Visibility.PUBLIC), Set.of());
    }

    /** Those that a caller may read. */
    public static RepositoryReach readable(World world, Caller caller, long owner) {
        RepositoryReach open = open(owner);
        Optional<List<RepositoryChoice>> choices = TokenPermissions.choices(world, caller, owner);
        if (choices.isEmpty()) {
            return open;
        }
        Optional<RepositoryChoice> chosen =
                choices.get().stream().filter(each -> !each.all()).findFirst();
        if (chosen.isPresent()) {
            return open.with(world, caller, chosen.get().repositories().stream());
        }
        if (caller.user().isEmpty()
                || RepositoryAccess.readsAll(world, caller.user().getAsLong(), owner)) {
            return new RepositoryReach(owner, EnumSet.allOf(Visibility.class), Set.of());
        }
        long user = caller.user().getAsLong();
        return open.withInternal(RepositoryAccess.readsInternal(world, user, owner))
                .with(world, caller, given(world, user, owner));
    }

    /** Those that a caller's user was given one by one, as a collaborator or by a team. */
    public static RepositoryReach given(World world, Caller caller, long owner) {
        return caller.user().isEmpty()
                ? none(owner)
                : none(owner).with(world, caller, given(world, caller.user().getAsLong(), owner));
    }

    private static Stream<Long> given(World world, long user, long owner) {
        return Stream.concat(collaborations(world, user, owner), RepositoryAccess.throughTeams(world, user, owner));
    }

    /**
     * Those that a caller's user has, owner by owner.
     *
     * @param by the affiliations of which one is enough
     */
    public static Collection<RepositoryReach> ofUser(World world, Caller caller, Set<Affiliation> by) {
        long user = caller.user().orElseThrow();
        Map<Long, RepositoryReach> reaches = new HashMap<>();
        if (by.contains(Affiliation.OWNER)) {
            reaches.put(user, readable(world, caller, user));
        }
        if (by.contains(Affiliation.ORGANIZATION_MEMBER)) {
            for (Long owner : world.memberships().belonging(user).active().elements()) {
                reaches.put(owner, belonging(world, caller, owner));
            }
        }
        if (by.contains(Affiliation.COLLABORATOR)) {
            for (Long owner : world.repositories().reachedBy(user)) {
                reaches.put(
                        owner,
                        reaches.getOrDefault(owner, none(owner))
                                .with(world, caller, collaborations(world, user, owner)));
            }
        }
        return reaches.values();
    }

    /** Those of others that are for everybody and in which a user collaborates, owner by owner. */
    public static Collection<RepositoryReach> openTo(World world, long user) {
        return world.repositories().reachedBy(user).stream()
                .map(owner -> none(owner).with(world, Caller.ANONYMOUS, collaborations(world, user, owner)))
                .toList();
    }

    private static RepositoryReach belonging(World world, Caller caller, long organization) {
        long user = caller.user().orElseThrow();
        if (RepositoryAccess.readsAll(world, user, organization)) {
            return readable(world, caller, organization);
        }
        boolean internal = readable(world, caller, organization).whole.contains(Visibility.INTERNAL);
        return none(organization)
                .withInternal(internal)
                .with(world, caller, RepositoryAccess.throughTeams(world, user, organization));
    }

    private static RepositoryReach none(long owner) {
        return new RepositoryReach(owner, EnumSet.noneOf(Visibility.class), Set.of());
    }

    private static Stream<Long> collaborations(World world, long user, long owner) {
        return world.repositories().outsiders(owner).reach(user).stream()
                .flatMap(reach -> reach.repositories().stream());
    }

    private RepositoryReach withInternal(boolean yes) {
        Set<Visibility> more = EnumSet.of(Visibility.INTERNAL);
        more.addAll(whole);
        return yes ? new RepositoryReach(ownerId, more, single) : this;
    }

    /** Returns these, and those of some that are the owner's and that the caller may read. */
    private RepositoryReach with(World world, Caller caller, Stream<Long> some) {
        Set<Long> more = new HashSet<>(single);
        some.flatMap(id -> world.repositories().repository(id).stream())
                .filter(each -> each.ownerId() == ownerId
                        && !whole.contains(each.visibility())
                        && RepositoryLookup.isReadable(world, caller, each))
                .map(Repository::id)
                .forEach(more::add);
        return new RepositoryReach(ownerId, whole, more);
    }
}
