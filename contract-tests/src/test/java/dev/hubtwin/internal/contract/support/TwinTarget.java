package dev.hubtwin.internal.contract.support;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.Twin;
import dev.hubtwin.internal.contract.config.FixtureSeed;
import dev.hubtwin.internal.contract.config.Target;
import dev.hubtwin.internal.contract.config.TargetProvider;
import dev.hubtwin.internal.contract.http.ControlClient;
import dev.hubtwin.internal.contract.http.ExchangeListener;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The one twin of a test run, as a target at both of its roots. */
public final class TwinTarget implements TargetProvider.Source, AutoCloseable {

    private final Twin twin = TestTwin.start(FixtureSeed.yaml());

    @Override
    public List<Target> targets() {
        return List.of(at(""), at("/api/v3"));
    }

    /** The twin itself. */
    public Twin twin() {
        return twin;
    }

    /** Where its control API is. */
    public URI control() {
        return URI.create(twin.url() + "/_twin");
    }

    /** Returns the whole world as the control API exports it. */
    public JsonNode state() {
        return new ControlClient(control(), Optional.empty()).state();
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
                ExchangeListener.NONE);
    }
}
