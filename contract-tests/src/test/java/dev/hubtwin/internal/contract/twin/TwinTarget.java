package dev.hubtwin.internal.contract.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hubtwin.internal.assembly.TwinServer;
import dev.hubtwin.internal.contract.config.Target;
import dev.hubtwin.internal.contract.config.TargetProvider;
import dev.hubtwin.internal.contract.http.ControlClient;
import dev.hubtwin.internal.contract.http.ExchangeListener;
import dev.hubtwin.internal.seed.SeedCodec;
import dev.hubtwin.internal.world.World;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The one twin of a test run, as a target at both of its roots. */
public final class TwinTarget implements TargetProvider.Source, AutoCloseable {

    private final TwinServer twin = TwinServer.start(fixture());

    @Override
    public List<Target> targets() {
        return List.of(at(""), at("/api/v3"));
    }

    /** The twin itself. */
    public TwinServer twin() {
        return twin;
    }

    /** Where its control API is. */
    URI control() {
        return URI.create(twin.url() + "/_twin");
    }

    /** Brings the fixture back. */
    public void reset() throws IOException, InterruptedException {
        HttpRequest reset = HttpRequest.newBuilder(URI.create(control() + "/reset"))
                .POST(BodyPublishers.noBody())
                .build();
        assertEquals(
                204,
                HttpClient.newHttpClient()
                        .send(reset, BodyHandlers.discarding())
                        .statusCode(),
                "reset");
    }

    @Override
    public void close() {
        twin.close();
    }

    private Target at(String root) {
        return new Target(
                URI.create(twin.url() + root),
                true,
                Optional.of(new ControlClient(control(), Optional.empty())),
                Map.of(),
                ExchangeListener.NOBODY);
    }

    private static World fixture() {
        try (InputStream in = Target.class.getResourceAsStream("fixture.yaml")) {
            return SeedCodec.read(
                    new String(in.readAllBytes(), StandardCharsets.UTF_8), "application/yaml", Instant.now());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
