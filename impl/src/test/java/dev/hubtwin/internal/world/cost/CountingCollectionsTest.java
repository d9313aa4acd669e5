package dev.hubtwin.internal.world.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.account.Organization;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CountingCollectionsTest {

    @Test
    @DisplayName("The counter sees a walk, a lookup, and what is looked up in turn")
    void counts() {
        TouchCount touched = new TouchCount();
        World world = CountingCollections.in(OrganizationWorlds.of(20), touched);
        assertEquals(new TouchCount.Count(0, 0), touched.take(), "only to look counts");
        assertEquals(
                20,
                world.accounts().all().stream()
                        .filter(Organization.class::isInstance)
                        .count());
        assertEquals(20 + 19, touched.take().records(), "each account");
        world.memberships().roster(1_003).all().forEach(member -> {});
        assertEquals(2, touched.take().records(), "a roster, and who stands in it");
        world.with(world.accounts().user("olivia").orElseThrow())
                .accounts()
                .all()
                .iterator()
                .next();
        assertTrue(touched.take().records() >= 3, "a changed world is counted too");
        assertTrue(world.accounts().organizationIds().contains(1_010L));
        assertTrue(touched.take().probes() >= 4, "a bisection");
    }
}
