package dev.hubtwin.internal.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("A key that was drawn for an app")
@Tag("slow")
class DrawnKeysTest {

    private static final String KEYLESS = "{\"apps\": [{\"slug\": \"late\", \"id\": 8, \"owner\": \"acme\"}]}";

    @Test
    @DisplayName("is the app's after a reset too, and after the restoration of a snapshot from before")
    void staysTheAppsWhereverTheWorldGoesBack() throws IOException {
        try (SmallTwin twin = new SmallTwin()) {
            twin.control(201, "PUT", "snapshots/before", null);
            String drawn = key(twin, "/apps/0");
            assertTrue(drawn.startsWith("-----BEGIN RSA PRIVATE KEY-----"), drawn);
            twin.control(204, "POST", "reset", null);
            assertEquals(drawn, key(twin, "/apps/0"));
            twin.control(204, "POST", "snapshots/before/restore", null);
            assertEquals(drawn, key(twin, "/apps/0"));
            twin.control(204, "POST", "reset", null);
            assertEquals(drawn, key(twin, "/apps/0"));
        }
    }

    @Test
    @DisplayName("is in no other world, and goes with an app that the world did not begin with")
    void isOfItsWorld() throws IOException {
        try (SmallTwin twin = new SmallTwin()) {
            twin.control(201, "PUT", "worlds/other", null);
            String drawn = key(twin, "/apps/0");
            assertNotEquals(
                    drawn,
                    twin.control(200, "GET", "/w/other/_twin/state", null)
                            .at("/apps/0/private_key")
                            .asText());
            twin.control(204, "PATCH", "state", KEYLESS);
            String late = key(twin, "/apps/1");
            assertTrue(late.contains("PRIVATE KEY"), late);
            twin.control(204, "POST", "reset", null);
            assertEquals(1, twin.control(200, "GET", "state", null).path("apps").size());
            twin.control(204, "PATCH", "state", KEYLESS);
            assertNotEquals(late, key(twin, "/apps/1"));
        }
    }

    @Test
    @DisplayName("gives way to one that the state brings, until the world goes back")
    void givesWay() throws IOException {
        try (SmallTwin twin = new SmallTwin();
                SmallTwin other = new SmallTwin()) {
            String drawn = key(twin, "/apps/0");
            String brought = key(other, "/apps/0");
            twin.control(
                    204,
                    "PATCH",
                    "state",
                    "{\"apps\": [{\"slug\": \"twin-app\", \"private_key\": \"" + brought.replace("\n", "\\n")
                            + "\"}]}");
            assertEquals(brought, key(twin, "/apps/0"));
            twin.control(204, "POST", "reset", null);
            assertEquals(drawn, key(twin, "/apps/0"));
        }
    }

    private static String key(SmallTwin twin, String app) throws IOException {
        return twin.control(200, "GET", "state", null).at(app + "/private_key").asText();
    }
}
