package dev.hubtwin.testcontainers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.Twin;
import dev.hubtwin.seed.Seed;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.testcontainers.images.builder.Transferable;

/** Without a container engine: the twin runs in this process, at the address that an engine would map. */
@DisplayName("A container with a twin")
class HubtwinContainerTest {

    private static final String IMAGE = "hubtwin:test";

    /** A container whose port is mapped to that of a twin in this process. */
    private static final class MappedContainer extends HubtwinContainer {

        private final URI twin;

        MappedContainer(Twin twin) {
            super(IMAGE);
            this.twin = URI.create(twin.url());
        }

        @Override
        public String getHost() {
            return "127.0.0.1";
        }

        @Override
        public Integer getMappedPort(int port) {
            assertEquals(8080, port);
            return twin.getPort();
        }
    }

    @Test
    @DisplayName("is started with the seed, the options and the control token, at the port of the image")
    void isConfigured() {
        HubtwinContainer container = new HubtwinContainer(IMAGE)
                .withSeed(Transferable.of("users: [{login: zoe}]"))
                .withOptions("--deliver-to", "private")
                .withControlToken("t0ken");
        container.configure();
        assertEquals(List.of(8080), container.getExposedPorts());
        assertEquals(
                "--seed /seed --deliver-to private --control-token t0ken",
                String.join(" ", container.getCommandParts()));
        container.configure();
        assertEquals(6, container.getCommandParts().length, "as before when it is started again");
    }

    @Test
    @DisplayName("has a control token that nobody can guess")
    void drawsControlToken() {
        assertEquals(36, new HubtwinContainer(IMAGE).getControlToken().length());
        assertNotEquals(new HubtwinContainer(IMAGE).getControlToken(), new HubtwinContainer(IMAGE).getControlToken());
    }

    @Test
    @DisplayName("gives the addresses of its worlds, and steers them with its token")
    void isSteered() throws Exception {
        HubtwinContainer described = new HubtwinContainer(IMAGE);
        Twin.Options open = Twin.Options.LOCAL.withHost("0.0.0.0").withControlToken(described.getControlToken());
        try (Twin twin = Twin.start(Seed.demo(), open);
                HubtwinContainer container = new MappedContainer(twin).withControlToken(described.getControlToken())) {
            assertEquals(
                    "http://127.0.0.1:" + URI.create(twin.url()).getPort() + "/api/v3", container.getEnterpriseUrl());
            assertEquals(container.getUrl() + "/_twin", container.getControlUrl());

            assertEquals(container.getUrl() + "/w/other", container.fork("other"));
            assertTrue(container.control("GET", "/_twin/worlds", "").contains("\"other\""));

            container.control("PUT", "/_twin/clock", "{\"advance\": \"P8D\"}");
            assertTrue(twin.world().clock().now().isAfter(Instant.now().plus(Duration.ofDays(7))));
            container.reset();
            assertTrue(twin.world().clock().now().isBefore(Instant.now().plus(Duration.ofDays(7))));

            assertThrows(IllegalArgumentException.class, () -> container.fork("No world"));
            container.withControlToken("wrong");
            assertThrows(IllegalArgumentException.class, container::reset);
        }
    }
}
