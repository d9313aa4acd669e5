package dev.hubtwin.internal.event;

import dev.hubtwin.internal.seed.MergedWorld;
import dev.hubtwin.internal.seed.slice.SliceKind;
import dev.hubtwin.internal.seed.slice.WorldSlice;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.hook.HookOwner;
import dev.hubtwin.internal.world.repository.Repository;
import dev.hubtwin.internal.world.team.Team;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** The ids of what a document touched that was merged into a world, in either world, ascending. */
final class TouchedThings {

    /** A world, and what of it was touched. */
    private record Side(World world, WorldSlice slice) {

        /** The organizations, those of what was touched in them among them. */
        void organizations(NavigableSet<Long> ids) {
            if (slice.isWhole()) {
                ids.addAll(world.accounts().organizationIds().elements());
            } else {
                slice.<Long>keys(SliceKind.ACCOUNTS).stream()
                        .filter(id -> world.accounts().organization(id).isPresent())
                        .forEach(ids::add);
                repositories().forEach(repository -> owner(repository, ids));
            }
        }

        private void owner(Repository repository, NavigableSet<Long> ids) {
            world.accounts().organization(repository.ownerId()).ifPresent(owner -> ids.add(owner.id()));
        }

        private Collection<Repository> repositories() {
            return slice.of(SliceKind.REPOSITORIES, world.repositories().byId());
        }

        void repositoryOwners(NavigableSet<Long> ids) {
            repositories().forEach(repository -> ids.add(repository.ownerId()));
        }

        void people(long account, NavigableSet<Long> ids) {
            if (slice.isWhole()) {
                ids.addAll(world.memberships().roster(account).byUser().keySet());
                ids.addAll(world.teams().of(account).byMember().keySet());
                ids.addAll(world.repositories().outsiders(account).byUser().keySet());
                return;
            }
            ids.addAll(slice.<Long>keys(SliceKind.MEMBERS, account));
            slice.<Long>keys(SliceKind.TEAMS, account).stream()
                    .map(world.teams()::team)
                    .flatMap(Optional::stream)
                    .map(Team::members)
                    .forEach(ids::addAll);
            repositories().stream()
                    .filter(repository -> repository.ownerId() == account)
                    .forEach(repository -> ids.addAll(repository.collaborators().keySet()));
        }

        void teams(long organization, NavigableSet<Long> ids) {
            ids.addAll(
                    slice.isWhole()
                            ? world.teams().of(organization).ids().elements()
                            : slice.keys(SliceKind.TEAMS, organization));
        }

        /** All of an organization or a repository that was touched: a new one is named by nothing. */
        void hooks(NavigableSet<Long> ids) {
            if (slice.isWhole()) {
                ids.addAll(world.hooks().byId().keySet());
                return;
            }
            for (Long id : slice.<Long>keys(SliceKind.ACCOUNTS)) {
                ids.addAll(world.hooks().of(HookOwner.organization(id)).elements());
            }
            for (Repository repository : repositories()) {
                ids.addAll(
                        world.hooks().of(HookOwner.repository(repository.id())).elements());
            }
        }

        void apps(NavigableSet<Long> ids) {
            ids.addAll(slice.isWhole() ? world.apps().byId().keySet() : slice.keys(SliceKind.APPS));
        }

        void installations(NavigableSet<Long> ids) {
            if (slice.isWhole()) {
                ids.addAll(world.apps().installations().byId().keySet());
                return;
            }
            for (Long app : slice.<Long>keys(SliceKind.APPS)) {
                ids.addAll(slice.keys(SliceKind.INSTALLATIONS, app));
            }
        }
    }

    private final List<Side> sides;

    TouchedThings(World before, MergedWorld merged) {
        this.sides = List.of(new Side(before, merged.before()), new Side(merged.world(), merged.after()));
    }

    private NavigableSet<Long> ids(BiConsumer<Side, NavigableSet<Long>> found) {
        NavigableSet<Long> ids = new TreeSet<>();
        sides.forEach(side -> found.accept(side, ids));
        return ids;
    }

    NavigableSet<Long> organizations() {
        return ids(Side::organizations);
    }

    NavigableSet<Long> repositoryOwners() {
        return ids(Side::repositoryOwners);
    }

    /** Users whose membership, teams or repositories in an account may be others. */
    NavigableSet<Long> people(long account) {
        return ids((side, ids) -> side.people(account, ids));
    }

    NavigableSet<Long> teams(long organization) {
        return ids((side, ids) -> side.teams(organization, ids));
    }

    NavigableSet<Long> hooks() {
        return ids(Side::hooks);
    }

    NavigableSet<Long> apps() {
        return ids(Side::apps);
    }

    NavigableSet<Long> installations() {
        return ids(Side::installations);
    }
}
