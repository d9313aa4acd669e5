package dev.hubtwin.internal.installations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.hubtwin.internal.exchange.PathEntities;
import dev.hubtwin.internal.seed.SeedCodec;
import dev.hubtwin.internal.world.World;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The rules of installations")
class InstallationRulesTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final World WORLD = SeedCodec.read("""
      users: [{login: olivia, id: 7}, {login: mike, id: 8}]
      organizations: [{login: empty}, {login: owned, members: [{login: mike, role: admin}, {login: olivia, role: admin}]}]
      apps:
        - {slug: nobodys, owner: empty, installations: [{id: 1, account: olivia}]}
        - {slug: organizations, owner: owned, installations: [{id: 2, account: olivia}]}
        - {slug: users, owner: mike, installations: [{id: 3, account: olivia}]}
      """, "application/yaml", NOW);

    @Test
    @DisplayName("suspended_by is the app's owner, its organization's first owner, or nobody (decisions)")
    void namesWhoSuspends() {
        assertNull(suspendedBy(1));
        assertEquals(8L, suspendedBy(2));
        assertEquals(8L, suspendedBy(3));
    }

    @Test
    @DisplayName("what nobody suspended can be exported and read again")
    void isExported() {
        String exported =
                SeedCodec.yaml(InstallationRules.suspend(named(WORLD, 1), NOW).world());
        assertEquals(exported, SeedCodec.yaml(SeedCodec.read(exported, "application/yaml", NOW)));
    }

    @Test
    @DisplayName("suspending twice, and unsuspending what is active, gives the very same world (R144)")
    void changesNothing() {
        World suspended = InstallationRules.suspend(named(WORLD, 3), NOW).world();
        assertSame(
                suspended,
                InstallationRules.suspend(named(suspended, 3), NOW.plusSeconds(1))
                        .world());
        assertSame(WORLD, InstallationRules.unsuspend(named(WORLD, 3), NOW).world());
    }

    private static Long suspendedBy(long id) {
        World world = InstallationRules.suspend(named(WORLD, id), NOW).world();
        return world.apps()
                .installations()
                .installation(id)
                .orElseThrow()
                .suspension()
                .by();
    }

    private static PathEntities named(World world, long installation) {
        return PathEntities.of(world, Map.of("installation_id", Long.toString(installation)));
    }
}
