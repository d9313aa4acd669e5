package dev.hubtwin.internal.installations;

import dev.hubtwin.internal.api.model.AppPermissions;
import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.view.Permissions;
import dev.hubtwin.internal.world.app.Installation;
import dev.hubtwin.internal.world.app.RepositoryChoice;
import dev.hubtwin.internal.world.repository.Repositories;
import dev.hubtwin.internal.world.repository.Repository;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.pcollections.PMap;

/**
 * How far a token is asked to reach. What is null narrows nothing.
 *
 * @param names names of repositories, without their owner, in any case (R140)
 * @param ids ids of repositories (R139)
 * @param permissions the permissions
 */
public record RequestedAccess(List<String> names, List<Long> ids, AppPermissions permissions) {

    /** Whether the token is asked for some repositories, and not for all there are (R138). */
    public boolean namesRepositories() {
        return names != null || ids != null;
    }

    /**
     * The permissions that are asked for, levels by name; null where nothing is narrowed.
     *
     * @throws ApiException 422 if the installation has not got them all (R141)
     */
    public PMap<String, String> permissions(Installation at) {
        if (permissions == null) {
            return null;
        }
        PMap<String, String> asked = Permissions.read(permissions);
        if (!Permissions.contain(at.permissions(), asked)) {
            throw ApiException.of(422, "The permissions requested are not granted to this installation.");
        }
        return asked;
    }

    /**
     * The repositories that are asked for, by name and by id together; null where nothing is narrowed.
     *
     * @param known the repositories of the world
     * @param mayReach what else must hold of each
     * @throws ApiException 422 if the installation does not reach one of them (R139)
     */
    public RepositoryChoice repositories(Repositories known, Installation at, Predicate<Repository> mayReach) {
        if (!namesRepositories()) {
            return null;
        }
        Stream<Optional<Repository>> named = stream(names).map(name -> known.named(at.accountId(), name));
        Stream<Optional<Repository>> numbered = stream(ids).map(known::repository);
        return RepositoryChoice.of(Stream.concat(named, numbered)
                .map(found -> found.filter(one -> one.ownerId() == at.accountId()
                                && at.selection().includes(one.id())
                                && mayReach.test(one))
                        .orElseThrow(RequestedAccess::unreachable))
                .map(Repository::id)
                .toList());
    }

    private static <T> Stream<T> stream(List<T> list) {
        return list == null ? Stream.of() : list.stream();
    }

    private static ApiException unreachable() {
        return ApiException.of(
                422,
                "There is at least one repository that does not exist or is not accessible to the parent installation.");
    }
}
