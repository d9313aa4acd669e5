package dev.hubtwin.internal.world;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hubtwin.internal.store.WorldStore;
import dev.hubtwin.internal.world.account.Organization;
import dev.hubtwin.internal.world.account.User;
import dev.hubtwin.internal.world.account.UserName;
import dev.hubtwin.internal.world.campaign.Campaign.State;
import dev.hubtwin.internal.world.hook.HookOwner;
import dev.hubtwin.internal.world.membership.Invitation;
import dev.hubtwin.internal.world.membership.Membership;
import dev.hubtwin.internal.world.membership.Membership.Role;
import dev.hubtwin.internal.world.membership.Roster;
import dev.hubtwin.internal.world.membership.TeamRole;
import dev.hubtwin.internal.world.repository.Collaborators;
import dev.hubtwin.internal.world.repository.OwnedRepositories;
import dev.hubtwin.internal.world.repository.Repository;
import dev.hubtwin.internal.world.repository.Repository.Visibility;
import dev.hubtwin.internal.world.repository.RepositoryEntry;
import dev.hubtwin.internal.world.repository.RepositoryGroup;
import dev.hubtwin.internal.world.repository.RepositoryOrder;
import dev.hubtwin.internal.world.repository.RepositoryPermission;
import dev.hubtwin.internal.world.team.Team;
import dev.hubtwin.internal.world.token.Grant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.pcollections.HashTreePMap;
import org.pcollections.TreePVector;

/** Whatever happens to the tables, their indexes are those of a world built from scratch. */
class IndexesTest {

    @RepeatedTest(25)
    void areAsIfBuiltFromScratch(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        World world = WorldSamples.world();
        int steps = Boolean.getBoolean("hubtwin.full") ? 15_000 : 150;
        for (int i = 0; i < steps; i++) {
            world = step(world, random);
        }
        assertEquals(rebuilt(world, random), world);
        recount(world);
    }

    private static World step(World world, Random random) {
        long organization = 1 + random.nextInt(2);
        long user = 11 + random.nextInt(10);
        int id = 1 + random.nextInt(8);
        return switch (random.nextInt(15)) {
            case 0, 1, 2 -> world.withMembership(organization, membership(user, random));
            case 3 -> depart(world, organization, user, random);
            case 4, 5 ->
                world.with(WorldSamples.repository(
                        id,
                        organization,
                        Visibility.values()[random.nextInt(3)],
                        Map.of(user, RepositoryPermission.PUSH, 11 + user % 10, RepositoryPermission.PULL)));
            case 6 ->
                random.nextBoolean()
                        ? world.withOutsider(organization, user)
                        : world.withoutOutsider(organization, user);
            case 7 ->
                world.with(WorldSamples.user(user, "User" + random.nextInt(3) + "-" + user, random.nextBoolean()));
            case 8 -> teams(world, id, user, random);
            case 9 ->
                world.with(
                        random.nextInt(3) == 0
                                ? world.hooks().without(id)
                                : world.hooks()
                                        .with(WorldSamples.hook(
                                                id,
                                                random.nextBoolean()
                                                        ? HookOwner.organization(organization)
                                                        : HookOwner.repository(organization),
                                                random.nextBoolean() ? "app" : null,
                                                List.of("push", "e" + user))));
            case 10 ->
                world.with(
                        random.nextInt(3) == 0
                                ? world.campaigns().without(organization, id)
                                : world.campaigns()
                                        .with(WorldSamples.campaign(
                                                organization,
                                                id,
                                                State.values()[random.nextInt(3)],
                                                random.nextInt(5))));
            case 11 ->
                random.nextInt(3) == 0
                        ? world.withoutInstallation(id)
                        : world.with(world.apps()
                                .with(world.apps()
                                        .installations()
                                        .with(WorldSamples.installation(id, id % 2, id, random.nextInt(4)))));
            case 12 ->
                world.with(world.tokens()
                        .with(WorldSamples.token(
                                "token" + user,
                                random.nextBoolean()
                                        ? new Grant.OfInstallation(id, null, null)
                                        : new Grant.Classic(user, TreePVector.empty()))));
            case 13 -> invite(world, organization, 90 + 10 * organization + id, random);
            default ->
                world.with(
                        random.nextBoolean()
                                ? world.memberships().withBillingManager(organization, user)
                                : world.memberships().withoutBillingManager(organization, user));
        };
    }

    private static World invite(World world, long organization, long id, Random random) {
        if (random.nextInt(3) == 0) {
            return world.with(world.memberships().withoutInvitation(organization, id));
        }
        return world.with(world.memberships()
                .with(
                        organization,
                        new Invitation(
                                id,
                                null,
                                "Mail" + random.nextInt(5) + "@example.com",
                                Invitation.Role.values()[random.nextInt(3)],
                                11L,
                                WorldSamples.T.plusSeconds(random.nextInt(9)),
                                HashTreePMap.empty(),
                                random.nextBoolean() ? WorldSamples.T : null)));
    }

    private static World depart(World world, long organization, long user, Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> world.withoutMembership(organization, user);
            case 1 -> MemberRemoval.removed(world, organization, user);
            case 2 -> MemberRemoval.converted(world, organization, user);
            default ->
                new WorldStore(world)
                        .at(
                                WorldSamples.T.plus(Membership.INVITATION).plusSeconds(random.nextInt(9)),
                                UnaryOperator.identity());
        };
    }

    private static Membership membership(long user, Random random) {
        Role role = Role.values()[random.nextInt(2)];
        return random.nextInt(4) == 0
                ? Membership.invited(user, role, 11L, WorldSamples.T.plusSeconds(random.nextInt(9)))
                : Membership.active(user, role, random.nextBoolean())
                        .converting(random.nextBoolean() ? WorldSamples.T : null);
    }

    private static World teams(World world, long id, long user, Random random) {
        Optional<Team> there = world.teams().team(id);
        if (there.isEmpty() || random.nextInt(3) == 0) {
            long organization = 1 + id % 2;
            Team team = WorldSamples.team(id, organization, List.of(user, 11L), Map.of(id, RepositoryPermission.PUSH));
            return world.with(id > 2 && world.teams().team(id - 2).isPresent() ? team.below(id - 2) : team);
        }
        return switch (random.nextInt(6)) {
            case 0 -> world.with(world.teams().withSecurityManager(id));
            case 1 -> world.withoutTeamMember(there.get(), user);
            case 2 -> world.with(world.teams().withoutSecurityManager(id)).without(there.get());
            default -> world.withTeamMember(there.get(), user, TeamRole.values()[random.nextInt(2)]);
        };
    }

    private static World rebuilt(World world, Random random) {
        World[] fresh = {World.EMPTY};
        shuffled(world.accounts().all(), random)
                .forEach(account -> fresh[0] =
                        account instanceof User user ? fresh[0].with(user) : fresh[0].with((Organization) account));
        shuffled(world.repositories().byId().values(), random).forEach(each -> fresh[0] = fresh[0].with(each));
        for (long organization = 1; organization <= 2; organization++) {
            long id = organization;
            shuffled(world.memberships().roster(id).all(), random)
                    .forEach(each -> fresh[0] = fresh[0].withMembership(id, each));
            world.memberships().roster(id).invitations().byId().values().stream()
                    .filter(each ->
                            world.memberships().roster(id).membership(each.id()).isEmpty())
                    .forEach(each ->
                            fresh[0] = fresh[0].with(fresh[0].memberships().with(id, each)));
            world.memberships()
                    .roster(id)
                    .billingManagers()
                    .forEach(user ->
                            fresh[0] = fresh[0].with(fresh[0].memberships().withBillingManager(id, user)));
            world.repositories()
                    .outsiders(id)
                    .byUser()
                    .forEach((user, reach) -> fresh[0] = reach.listed() ? fresh[0].withOutsider(id, user) : fresh[0]);
            world.campaigns()
                    .of(id)
                    .byNumber()
                    .values()
                    .forEach(each ->
                            fresh[0] = fresh[0].with(fresh[0].campaigns().with(each)));
        }
        world.teams().byId().values().stream()
                .sorted(Comparator.comparing(Team::id)) // those above first
                .forEach(each -> fresh[0] = fresh[0].with(each));
        for (long organization = 1; organization <= 2; organization++) {
            world.teams()
                    .of(organization)
                    .securityManagers()
                    .forEach(team -> fresh[0] = fresh[0].with(fresh[0].teams().withSecurityManager(team)));
        }
        shuffled(world.hooks().byId().values(), random)
                .forEach(each -> fresh[0] = fresh[0].with(fresh[0].hooks().with(each)));
        shuffled(world.apps().installations().byId().values(), random)
                .forEach(each -> fresh[0] = fresh[0].with(
                        fresh[0].apps().with(fresh[0].apps().installations().with(each))));
        shuffled(world.tokens().all(), random)
                .forEach(each -> fresh[0] = fresh[0].with(fresh[0].tokens().with(each)));
        return fresh[0];
    }

    private static <T> List<T> shuffled(Collection<T> all, Random random) {
        List<T> list = new ArrayList<>(all);
        Collections.shuffle(list, random);
        return list;
    }

    /** The counts, from the plain records and nothing else. */
    private static void recount(World world) {
        for (long organization = 1; organization <= 2; organization++) {
            Roster roster = world.memberships().roster(organization);
            Map<Long, Boolean> reaching = new HashMap<>();
            long hidden = 0;
            long size = 0;
            for (Repository repository : world.repositories().byId().values()) {
                if (repository.ownerId() == organization) {
                    hidden += repository.isPrivate() ? 1 : 0;
                    size += repository.counts().size();
                    repository
                            .collaborators()
                            .keySet()
                            .forEach(user -> reaching.merge(user, repository.isPrivate(), Boolean::logicalOr));
                }
            }
            reaching.keySet().removeIf(roster::isMember);
            OwnedRepositories holdings = world.repositories().of(organization);
            Collaborators outsiders = world.repositories().outsiders(organization);
            assertEquals(hidden, holdings.privateOnes());
            assertEquals(size, holdings.diskUsage());
            assertEquals(holdings.ids().size(), holdings.publicOnes() + hidden);
            relist(world, organization);
            assertEquals(
                    names(world, reaching.keySet().stream().filter(reaching::get)),
                    outsiders.seated().slice(0, 99));
            assertEquals(
                    names(
                            world,
                            roster.all().stream()
                                    .filter(Membership::isActive)
                                    .map(Membership::userId)
                                    .filter(user -> !world.accounts()
                                            .user(user)
                                            .orElseThrow()
                                            .twoFactor())),
                    roster.insecure().slice(0, 99));
        }
    }

    private static void relist(World world, long owner) {
        for (RepositoryOrder order : RepositoryOrder.values()) {
            Map<RepositoryGroup, List<Long>> listed = new HashMap<>();
            world.repositories()
                    .of(owner)
                    .groups()
                    .forEach((group, lists) -> listed.put(
                            group,
                            lists.by(order).elements().stream()
                                    .map(RepositoryEntry::id)
                                    .toList()));
            Map<RepositoryGroup, List<Long>> expected = world.repositories().byId().values().stream()
                    .filter(repository -> repository.ownerId() == owner)
                    .sorted(Comparator.comparing(RepositoryEntry::of, order))
                    .collect(Collectors.groupingBy(
                            RepositoryGroup::of, Collectors.mapping(Repository::id, Collectors.toList())));
            assertEquals(expected, listed);
        }
    }

    private static List<UserName> names(World world, Stream<Long> ids) {
        return ids.map(id -> UserName.of(world.accounts().user(id).orElseThrow()))
                .sorted(UserName.ORDER)
                .toList();
    }
}
