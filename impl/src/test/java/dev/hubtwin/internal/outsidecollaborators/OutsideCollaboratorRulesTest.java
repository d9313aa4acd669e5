package dev.hubtwin.internal.outsidecollaborators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.internal.exchange.PathEntities;
import dev.hubtwin.internal.memberships.MembershipRules;
import dev.hubtwin.internal.memberships.OrganizationMembership;
import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.seed.SeedCodec;
import dev.hubtwin.internal.store.Change;
import dev.hubtwin.internal.store.WorldStore;
import dev.hubtwin.internal.world.Settings;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.account.UserName;
import dev.hubtwin.internal.world.repository.RepositoryPermission;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

@DisplayName("The rules of outside collaborators")
class OutsideCollaboratorRulesTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final String SEED = """
      users:
        - {login: olivia, id: 1}
        - {login: oscar, id: 2}
        - {login: mike, id: 3}
        - {login: carol, id: 4, two_factor: false}
        - {login: dora, id: 5}
      organizations:
        - login: acme
          id: 9
          members: [{login: olivia, role: admin}, {login: oscar, role: admin}, {login: mike}]
          outside_collaborators: [dora]
          teams:
            - {slug: all, repositories: [{name: gears, permission: admin}, {name: widgets, permission: pull}]}
            - {slug: some, parent: all, members: [mike], repositories: [{name: widgets, permission: push}]}
      repositories:
        - {owner: acme, name: widgets, id: 11}
        - {owner: acme, name: gears, id: 12}
        - {owner: acme, name: secrets, id: 13, collaborators: [{login: mike, permission: admin}, {login: carol}]}
      """;
    private static final World WORLD = SeedCodec.read(SEED, "application/yaml", NOW);
    private static final World SLOW = SeedCodec.read(
            SEED + "settings: {async_conversion: PT30S, clock: 2026-01-01T00:00:00Z}", "application/yaml", NOW);

    @Test
    @DisplayName("members are never listed; the filter leaves those without a second factor (R96, R97)")
    void lists() {
        assertEquals(List.of(4L, 5L), listed(WORLD));
        assertEquals(
                List.of(4L),
                OutsideCollaboratorRules.list(named(WORLD, "olivia"), "2fa_disabled").elements().stream()
                        .map(UserName::id)
                        .toList());
    }

    @Test
    @DisplayName("who is converted keeps what the teams gave, at its most, and nothing else (R98, R99)")
    void converts() {
        Change<Boolean> converted = OutsideCollaboratorRules.convert(named(WORLD, "Mike"), NOW);
        World world = converted.world();
        assertTrue(converted.result());
        assertFalse(world.memberships().roster(9).isMember(3));
        assertTrue(world.teams().of(9).of(3).isEmpty());
        assertEquals(Map.of(3L, RepositoryPermission.PUSH), collaborators(world, 11));
        assertEquals(Map.of(3L, RepositoryPermission.ADMIN), collaborators(world, 12));
        assertEquals(Set.of(4L), collaborators(world, 13).keySet());
        assertEquals(List.of(4L, 5L, 3L), listed(world));
    }

    private static List<Long> listed(World world) {
        return OutsideCollaboratorRules.list(named(world, "olivia"), "all").elements().stream()
                .map(UserName::id)
                .toList();
    }

    @Test
    @DisplayName("who is in no team is listed all the same (R98)")
    void convertsToNothing() {
        World world =
                OutsideCollaboratorRules.convert(named(WORLD, "oscar"), NOW).world();
        assertTrue(listed(world).contains(2L));
    }

    @Test
    @DisplayName("a slow conversion is done when the world's clock has passed, and not a moment before (R100)")
    void convertsSlowly() {
        Change<Boolean> begun = OutsideCollaboratorRules.convert(named(SLOW, "mike"), NOW);
        assertFalse(begun.result());
        assertSame(
                begun.world(),
                OutsideCollaboratorRules.convert(named(begun.world(), "mike"), NOW.plusSeconds(9))
                        .world());
        assertTrue(at(begun.world(), NOW.plusMillis(29_999))
                .memberships()
                .roster(9)
                .isMember(3));
        World done = at(begun.world(), NOW.plusSeconds(30));
        assertFalse(done.memberships().roster(9).isMember(3));
        assertTrue(listed(done).contains(3L));
        assertEquals(0, done.memberships().deadlines().size());
    }

    @Test
    @DisplayName("of two owners who are being converted the last one stays (R101)")
    void neverConvertsTheLastOwner() {
        World begun =
                OutsideCollaboratorRules.convert(named(SLOW, "oscar"), NOW).world();
        World both =
                OutsideCollaboratorRules.convert(named(begun, "olivia"), NOW).world();
        World done = at(both, NOW.plusSeconds(60));
        assertEquals(1, done.memberships().roster(9).owners().size());
        assertEquals(0, done.memberships().deadlines().size());
    }

    @Test
    @DisplayName("neither the last owner nor one who is not a member is converted: 403; an unknown one is 404 (R101)")
    void refusesToConvert() {
        World one = MembershipRules.end(
                        WORLD, OrganizationMembership.of(named(WORLD, "oscar")).orElseThrow(), NOW)
                .world();
        refused(
                403,
                "Cannot convert the last owner to an outside collaborator",
                () -> OutsideCollaboratorRules.convert(named(one, "olivia"), NOW));
        refused(
                403,
                "carol is not a member of the acme organization.",
                () -> OutsideCollaboratorRules.convert(named(WORLD, "carol"), NOW));
        refused(404, "Not Found", () -> OutsideCollaboratorRules.convert(named(WORLD, "nobody"), NOW));
    }

    @Test
    @DisplayName(
            "who is removed reaches nothing and is not listed; who is none is none the worse; a member is 422 (R102, R103)")
    void removes() {
        World world = OutsideCollaboratorRules.remove(named(WORLD, "carol")).world();
        assertEquals(List.of(5L), listed(world));
        assertEquals(Map.of(3L, RepositoryPermission.ADMIN), collaborators(world, 13));
        assertEquals(
                world, OutsideCollaboratorRules.remove(named(world, "carol")).world());
        refused(
                422,
                "You cannot specify an organization member to remove as an outside collaborator.",
                () -> OutsideCollaboratorRules.remove(named(WORLD, "mike")));
        refused(404, "Not Found", () -> OutsideCollaboratorRules.remove(named(WORLD, "nobody")));
    }

    private static Map<Long, RepositoryPermission> collaborators(World world, long repository) {
        return world.repositories().repository(repository).orElseThrow().collaborators();
    }

    /** The world when its clock, which stands still, has been set to {@code moment}. */
    private static World at(World world, Instant moment) {
        return new WorldStore(world.with(world.settings().with(Settings.Clock.frozen(moment))))
                .at(NOW, UnaryOperator.identity());
    }

    private static void refused(int status, String message, Executable rule) {
        ApiException refusal = assertThrows(ApiException.class, rule);
        assertEquals(status + " " + message, refusal.status() + " " + refusal.getMessage());
    }

    private static PathEntities named(World world, String username) {
        return PathEntities.of(world, Map.of("org", "acme", "username", username));
    }
}
