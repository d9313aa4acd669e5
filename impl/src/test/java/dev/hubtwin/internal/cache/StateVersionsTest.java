package dev.hubtwin.internal.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.hubtwin.internal.rest.EntityTag;
import dev.hubtwin.internal.seed.SeedCodec;
import dev.hubtwin.internal.world.World;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The names of moments")
class StateVersionsTest {

    private static final String URL = "http://x/_twin/state";

    private final StateVersions moments = new StateVersions();

    private static World world() {
        return SeedCodec.read("users: [{login: olivia}]", "application/yaml", Instant.EPOCH);
    }

    @Test
    @DisplayName(
            "stay while the world is the very same, and are never used twice, though an equal world or the same comes back")
    void areOfOneMoment() {
        World before = world();
        World after = world();
        EntityTag first = moments.name(before, URL);
        assertEquals(first, moments.name(before, URL));
        assertNotEquals(first, moments.name(before, URL + "?secrets=masked"));
        assertNotEquals(first, moments.name(after, URL));
        assertNotEquals(first, moments.name(before, URL), "it was another one in between");
        assertNotEquals(moments.name(before, URL), new StateVersions().name(before, URL), "of another world or run");
    }
}
