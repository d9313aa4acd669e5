package dev.hubtwin.internal.world.repository;

import dev.hubtwin.internal.world.account.User;
import dev.hubtwin.internal.world.index.IndexMaps;
import dev.hubtwin.internal.world.index.References;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;

/**
 * Repositories, and who reaches them directly.
 *
 * @param byId all of them
 * @param byName ids by owner's id and name
 * @param byFormer ids by former full name in lower case
 * @param holdings the repositories of each owner, counted
 * @param outsiders who reaches repositories of each owner
 * @param references ids by the repositories that they came from, and by their contributors
 * @param reached the owners into whose repositories a user reaches
 */
public record Repositories(
        PMap<Long, Repository> byId,
        PMap<String, Long> byName,
        PMap<String, Long> byFormer,
        PMap<Long, OwnedRepositories> holdings,
        PMap<Long, Collaborators> outsiders,
        References<Long> references,
        PMap<Long, PSet<Long>> reached) {

    public static final Repositories NONE = new Repositories(
            HashTreePMap.empty(),
            HashTreePMap.empty(),
            HashTreePMap.empty(),
            HashTreePMap.empty(),
            HashTreePMap.empty(),
            References.none(),
            HashTreePMap.empty());

    /** The repository with the id. */
    public Optional<Repository> repository(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The owner's repository with the name, in any case (R158). */
    public Optional<Repository> named(long ownerId, String name) {
        return Optional.ofNullable(byName.get(key(ownerId, name))).map(byId::get);
    }

    /**
     * The repository that once was {@code owner/name}, in any case (R156); one that is so called now goes before it.
     */
    public Optional<Repository> former(String owner, String name) {
        return Optional.ofNullable(byFormer.get(lower(owner + "/" + name))).map(byId::get);
    }

    /** What the owner has. */
    public OwnedRepositories of(long ownerId) {
        return holdings.getOrDefault(ownerId, OwnedRepositories.NONE);
    }

    /** The ids of the owners into whose repositories a user reaches as a collaborator. */
    public PSet<Long> reachedBy(long userId) {
        return reached.getOrDefault(userId, HashTreePSet.empty());
    }

    /** Who reaches the owner's repositories directly. */
    public Collaborators outsiders(long ownerId) {
        return outsiders.getOrDefault(ownerId, Collaborators.NONE);
    }

    /**
     * Returns this with the repository in the place of the one with its id; {@code standing} gives what else holds for
     * a user.
     */
    public Repositories with(Repository repository, BiFunction<Long, Long, CollaboratorAccess> standing) {
        Repositories others = byId.containsKey(repository.id()) ? without(repository.id()) : this;
        PMap<String, Long> former = others.byFormer;
        for (String name : repository.formerNames()) {
            former = former.plus(lower(name), repository.id());
        }
        Long owner = repository.ownerId();
        Repositories changed = new Repositories(
                others.byId.plus(repository.id(), repository),
                others.byName.plus(key(owner, repository.name()), repository.id()),
                former,
                others.holdings.plus(owner, others.of(owner).with(repository)),
                others.outsiders,
                others.references.with(repository.id(), repository.references()),
                others.reached);
        for (Long user : repository.collaborators().keySet()) {
            CollaboratorAccess known =
                    changed.outsiders(owner).reach(user).orElseGet(() -> standing.apply(owner, user));
            changed = changed.reaching(owner, known.into(repository));
        }
        return changed;
    }

    /** Returns this, the user collaborating in the repository; {@code access} null: not any more. */
    public Repositories collaborating(
            long id,
            Long userId,
            @Nullable RepositoryPermission access,
            BiFunction<Long, Long, CollaboratorAccess> standing) {
        Repository old = Objects.requireNonNull(byId.get(id));
        PMap<Long, RepositoryPermission> others = old.collaborators().minus(userId);
        Repository now = old.withCollaborators(access == null ? others : others.plus(userId, access));
        CollaboratorAccess known =
                outsiders(old.ownerId()).reach(userId).orElseGet(() -> standing.apply(old.ownerId(), userId));
        return new Repositories(byId.plus(id, now), byName, byFormer, holdings, outsiders, references, reached)
                .reaching(old.ownerId(), access == null ? known.outOf(now) : known.into(now));
    }

    /** Returns this, one more issue open in the repository; nothing is ordered or counted by that. */
    public Repositories withOpenIssue(long id) {
        return new Repositories(
                byId.plus(id, Objects.requireNonNull(byId.get(id)).withOpenIssue()),
                byName,
                byFormer,
                holdings,
                outsiders,
                references,
                reached);
    }

    /** Returns this without the repository. */
    public Repositories without(long id) {
        Repository repository = Objects.requireNonNull(byId.get(id));
        Long owner = repository.ownerId();
        PMap<String, Long> former = byFormer;
        for (String name : repository.formerNames()) {
            former = former.minus(lower(name));
        }
        Repositories changed = new Repositories(
                byId.minus(id),
                byName.minus(key(owner, repository.name())),
                former,
                IndexMaps.put(holdings, owner, of(owner).without(repository), OwnedRepositories.NONE),
                outsiders,
                references.without(id, repository.references()),
                reached);
        for (Long user : repository.collaborators().keySet()) {
            changed = changed.reaching(
                    owner,
                    Objects.requireNonNull(changed.outsiders(owner).byUser().get(user))
                            .outOf(repository));
        }
        return changed;
    }

    public Repositories listed(
            long ownerId, long userId, boolean yes, BiFunction<Long, Long, CollaboratorAccess> standing) {
        CollaboratorAccess known = outsiders(ownerId).reach(userId).orElseGet(() -> standing.apply(ownerId, userId));
        return reaching(ownerId, known.listed(yes));
    }

    /** Returns this, after the user joined or left the owner. */
    public Repositories joined(long ownerId, long userId, boolean member) {
        return changed(ownerId, userId, reach -> reach.member(member));
    }

    /** Returns this, after a user has another login, or enabled or disabled their second factor. */
    public Repositories changed(User user) {
        Repositories changed = this;
        for (Long owner : reachedBy(user.id())) {
            changed = changed.changed(owner, user.id(), reach -> reach.of(user));
        }
        return changed;
    }

    private Repositories changed(Long ownerId, Long userId, UnaryOperator<CollaboratorAccess> change) {
        return outsiders(ownerId)
                .reach(userId)
                .map(reach -> reaching(ownerId, change.apply(reach)))
                .orElse(this);
    }

    private Repositories reaching(Long ownerId, CollaboratorAccess reach) {
        Long user = reach.user().id();
        return new Repositories(
                byId,
                byName,
                byFormer,
                holdings,
                IndexMaps.put(outsiders, ownerId, outsiders(ownerId).with(reach), Collaborators.NONE),
                references,
                reach.isNothing() ? IndexMaps.remove(reached, user, ownerId) : IndexMaps.add(reached, user, ownerId));
    }

    private static String key(long ownerId, String name) {
        return ownerId + "/" + lower(name);
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
