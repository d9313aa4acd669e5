package dev.hubtwin.internal.memberships;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.hubtwin.internal.exchange.PathEntities;
import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.seed.SeedCodec;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.membership.Membership.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("How many users are invited in 24 hours")
class InvitationRulesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private static final OptionalLong OLIVIA = OptionalLong.of(1);
    private static final World WORLD = SeedCodec.read(
            """
      users: [{login: olivia, id: 1}, {login: oscar, id: 2}, %s]
      organizations:
        - {login: young, created_at: 2026-02-01T00:00:00Z, members: [{login: olivia, role: admin}]}
        - {login: month, created_at: 2026-01-30T00:00:00Z, members: [{login: olivia, role: admin}]}
        - {login: older, created_at: 2026-01-29T00:00:00Z, members: [{login: olivia, role: admin}]}
        - {login: payer, created_at: 2026-02-01T00:00:00Z, plan: {name: team}, members: [{login: olivia, role: admin}]}
      """.formatted(
                    IntStream.range(0, 502).mapToObj(i -> "{login: u" + i + "}").collect(Collectors.joining(", "))),
            "application/yaml",
            NOW);

    @ParameterizedTest(name = "into {0}: {1} (R81, R82)")
    @CsvSource({"young, 50", "month, 50", "older, 500", "payer, 500"})
    void limits(String organization, int limit) {
        World full = invite(WORLD, organization, 0, limit);
        ApiException refusal = assertThrows(ApiException.class, () -> invite(full, organization, limit, 1));
        assertEquals(422, refusal.status());
        assertEquals(
                "You have reached the limit of " + limit + " organization invitations in 24 hours.",
                refusal.getMessage());
    }

    @Test
    @DisplayName("every organization's own limit holds for all that one user sent, and for nobody else (R81)")
    void countsByInviter() {
        World some = invite(WORLD, "older", 0, 50);
        assertThrows(ApiException.class, () -> invite(some, "young", 0, 1));
        assertDoesNotThrow(() -> invite(some, "older", 60, 1));
        assertDoesNotThrow(() -> MembershipRules.set(named(some, "young", "u0"), OptionalLong.of(2), Role.MEMBER, NOW));
        assertDoesNotThrow(
                () -> MembershipRules.set(named(some, "young", "u0"), OptionalLong.empty(), Role.MEMBER, NOW));
    }

    @Test
    @DisplayName("a cancelled invitation counts, a change of role and a repetition do not (R81)")
    void counts() {
        World almost = invite(WORLD, "young", 0, 49);
        World again = invite(almost, "young", 0, 49);
        World role = MembershipRules.set(named(again, "young", "u0"), OLIVIA, Role.ADMIN, NOW)
                .world();
        World cancelled = MembershipRules.remove(named(invite(role, "young", 49, 1), "young", "u49"), NOW)
                .world();
        assertThrows(ApiException.class, () -> invite(cancelled, "young", 49, 1));
    }

    @Test
    @DisplayName("a day later there is room again, not a moment before (R81)")
    void rolls() {
        World full = invite(WORLD, "young", 0, 50);
        Instant later = NOW.plus(Duration.ofHours(24));
        assertThrows(
                ApiException.class,
                () -> MembershipRules.set(named(full, "young", "u50"), OLIVIA, Role.MEMBER, later.minusMillis(1)));
        assertDoesNotThrow(() -> MembershipRules.set(named(full, "young", "u50"), OLIVIA, Role.MEMBER, later));
    }

    private static World invite(World world, String organization, int from, int count) {
        World invited = world;
        for (int i = from; i < from + count; i++) {
            invited = MembershipRules.set(named(invited, organization, "u" + i), OLIVIA, Role.MEMBER, NOW)
                    .world();
        }
        return invited;
    }

    private static PathEntities named(World world, String organization, String username) {
        return PathEntities.of(world, Map.of("org", organization, "username", username));
    }
}
