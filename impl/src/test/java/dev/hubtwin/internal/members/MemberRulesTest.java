package dev.hubtwin.internal.members;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.internal.auth.MemberVisibility;
import dev.hubtwin.internal.event.DomainEvent;
import dev.hubtwin.internal.event.WebhookEvent;
import dev.hubtwin.internal.exchange.PathEntities;
import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.seed.SeedCodec;
import dev.hubtwin.internal.store.Change;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.account.UserName;
import dev.hubtwin.internal.world.membership.Roster;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The rules of members")
class MemberRulesTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final World WORLD = SeedCodec.read("""
      users:
        - {login: olivia, id: 1}
        - {login: oscar, id: 2, two_factor: false}
        - {login: mike, id: 3}
        - {login: noah, id: 4, two_factor: false}
        - {login: ivan, id: 5}
      organizations:
        - login: acme
          id: 9
          members:
            - {login: olivia, role: admin, public: true}
            - {login: oscar, role: admin}
            - {login: mike}
            - {login: noah}
            - {login: ivan, state: pending}
          teams: [{slug: all, members: [mike, noah], repositories: [{name: widgets}]}]
      repositories: [{owner: acme, name: widgets, collaborators: [{login: mike, permission: admin}]}]
      """, "application/yaml", NOW);
    private static final Roster PEOPLE = WORLD.memberships().roster(9);
    private static final MemberVisibility OWNER = new MemberVisibility(PEOPLE, true, true);
    private static final MemberVisibility MEMBER = new MemberVisibility(PEOPLE, true, false);
    private static final MemberVisibility STRANGER = new MemberVisibility(PEOPLE, false, false);

    @ParameterizedTest(name = "filter={0}, role={1}: {2} (R62, R64 to R66)")
    @CsvSource({
        "all, all, mike noah olivia oscar",
        "all, admin, olivia oscar",
        "all, member, mike noah",
        "2fa_disabled, all, noah oscar",
        "2fa_disabled, admin, oscar",
        "2fa_disabled, member, noah",
    })
    void lists(String filter, String role, String logins) {
        assertEquals(
                logins,
                MemberRules.list(OWNER, filter, role).orElseThrow().elements().stream()
                        .map(UserName::key)
                        .collect(Collectors.joining(" ")));
    }

    @Test
    @DisplayName("only owners ask for those without a second factor: 422 (R64)")
    void secondFactorsAreForOwners() {
        refused(422, "Only owners can use this filter.", () -> MemberRules.list(MEMBER, "2fa_disabled", "all"));
    }

    @Test
    @DisplayName("a stranger is sent away, whatever they filter (R63)")
    void strangersAreSentAway() {
        assertEquals(Optional.empty(), MemberRules.list(STRANGER, "2fa_disabled", "all"));
    }

    @Test
    @DisplayName(
            "a member learns who is one; who is none, or only invited, is 404; a stranger learns nothing (R69 to R71)")
    void checks() {
        assertTrue(MemberRules.check(named(WORLD, "MIKE"), MEMBER));
        for (String nobody : new String[] {"ivan", "nobody", "acme"}) {
            refused(
                    404,
                    "User does not exist or is not a member of the organization",
                    () -> MemberRules.check(named(WORLD, nobody), MEMBER));
            assertFalse(MemberRules.check(named(WORLD, nobody), STRANGER));
        }
    }

    @Test
    @DisplayName("only who shows it is a public member (R88, R89)")
    void checksPublicOnes() {
        assertDoesNotThrow(() -> MemberRules.checkPublic(named(WORLD, "olivia")));
        refused(
                404,
                "User does not exist or is not a public member of the organization",
                () -> MemberRules.checkPublic(named(WORLD, "mike")));
    }

    @Test
    @DisplayName("a member shows and hides it; who is only invited has nothing to show: 404 (R90 to R92)")
    void shows() {
        World shown = MemberRules.show(named(WORLD, "mike"), true).world();
        assertDoesNotThrow(() -> MemberRules.checkPublic(named(shown, "mike")));
        assertEquals(WORLD, MemberRules.show(named(shown, "mike"), false).world());
        assertEquals(WORLD, MemberRules.show(named(WORLD, "mike"), false).world());
        refused(404, "Not Found", () -> MemberRules.show(named(WORLD, "ivan"), true));
    }

    @Test
    @DisplayName("who is removed leaves teams and repositories (R72)")
    void removes() {
        Change<Void> removed = MemberRules.remove(named(WORLD, "mike"), NOW);
        World world = removed.world();
        assertTrue(world.memberships().roster(9).membership(3).isEmpty());
        assertTrue(world.teams().of(9).of(3).isEmpty());
        assertTrue(world.repository("acme", "widgets")
                .orElseThrow()
                .collaborators()
                .isEmpty());
        assertEquals(0, world.repositories().outsiders(9).outside().size());
        assertEquals(
                "membership removed, member removed, organization member_removed",
                removed.events().stream()
                        .filter(WebhookEvent.class::isInstance)
                        .map(DomainEvent::toString)
                        .collect(Collectors.joining(", ")));
    }

    @Test
    @DisplayName("who is not a member cannot be removed: 404; the last owner neither: 403 (R72, R101)")
    void refusesToRemove() {
        refused(404, "Not Found", () -> MemberRules.remove(named(WORLD, "ivan"), NOW));
        World one = MemberRules.remove(named(WORLD, "oscar"), NOW).world();
        refused(
                403,
                "Cannot remove the last owner of the organization",
                () -> MemberRules.remove(named(one, "olivia"), NOW));
    }

    private static void refused(int status, String message, Executable rule) {
        ApiException refusal = assertThrows(ApiException.class, rule);
        assertEquals(status + " " + message, refusal.status() + " " + refusal.getMessage());
    }

    private static PathEntities named(World world, String username) {
        return PathEntities.of(world, Map.of("org", "acme", "username", username));
    }
}
