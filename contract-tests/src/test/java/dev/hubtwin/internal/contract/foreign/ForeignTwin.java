package dev.hubtwin.internal.contract.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.hubtwin.Twin;
import dev.hubtwin.internal.contract.config.TargetConfig;
import dev.hubtwin.internal.contract.http.ControlClient;
import dev.hubtwin.internal.contract.http.Exchange;
import dev.hubtwin.internal.contract.http.ExchangeListener;
import dev.hubtwin.internal.contract.http.ForgeableJwt;
import dev.hubtwin.internal.contract.result.Result;
import dev.hubtwin.internal.contract.runner.ExecutionRecorder;
import dev.hubtwin.internal.contract.runner.ExternalTarget;
import dev.hubtwin.internal.contract.runner.JUnitLauncher;
import dev.hubtwin.internal.contract.runner.TwinWorlds;
import dev.hubtwin.internal.contract.support.TestTwin;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.platform.engine.CancellationToken;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.PostDiscoveryFilter;

/**
 * A server with a world of its own, whose control API no scenario is told of; the test alone looks behind the scenes
 * with it.
 */
final class ForeignTwin implements AutoCloseable {

    private static final String KEY = ForgeableJwt.pem("second");

    private final Twin twin = TestTwin.start(read("world.yaml").replace("KEY", new TextNode(KEY).toString()));
    private final ControlClient control = new ControlClient(URI.create(twin.url() + "/_twin"), Optional.empty());

    /** The names of this world, as the config file in a folder has them. */
    static TargetConfig names(Path folder, String more) throws IOException {
        Files.writeString(folder.resolve("app.pem"), KEY);
        return TargetConfig.read(Files.writeString(folder.resolve("names.yaml"), read("names.yaml") + more));
    }

    /** What became of all scenarios at a root, on a server that is held to everything or only to documents. */
    List<Result> run(String root, boolean strict, TargetConfig names, boolean readOnly) {
        ExecutionRecorder recorder = new ExecutionRecorder(result -> {});
        run(
                ExternalTarget.at(URI.create(twin.url() + root), strict, names, readOnly, recorder),
                JUnitLauncher.ALL,
                1,
                recorder);
        return recorder.results();
    }

    /** What became of some scenarios, so many of which run at once; the listener receives their exchanges. */
    List<Result> run(
            List<? extends DiscoverySelector> scenarios, TargetConfig names, int threads, ExchangeListener listener) {
        ExecutionRecorder recorder = new ExecutionRecorder(result -> {});
        ExchangeListener both = new ExchangeListener() {
            @Override
            public void onExchange(Exchange exchanged) {
                recorder.onExchange(exchanged);
                listener.onExchange(exchanged);
            }

            @Override
            public void onRestoration() {
                recorder.onRestoration();
            }
        };
        run(ExternalTarget.at(URI.create(twin.url()), true, names, false, both), scenarios, threads, recorder);
        return recorder.results();
    }

    private static void run(
            ExternalTarget target,
            List<? extends DiscoverySelector> scenarios,
            int threads,
            ExecutionRecorder recorder) {
        new JUnitLauncher(target, scenarios, List.of(), threads).execute(CancellationToken.create(), recorder);
    }

    /** What became of the scenarios that run anywhere where the control API arranges a world. */
    List<Result> arranged() {
        ExecutionRecorder recorder = new ExecutionRecorder(result -> {});
        PostDiscoveryFilter anywhere = test -> FilterResult.includedIf(test.getSource()
                .filter(source -> source instanceof MethodSource method
                        && !method.getClassName().endsWith("OnAnyServer"))
                .isEmpty());
        try (TwinWorlds worlds = TwinWorlds.at(URI.create(twin.url()), Optional.empty(), recorder)) {
            new JUnitLauncher(worlds, JUnitLauncher.ALL, List.of(anywhere), 2)
                    .execute(CancellationToken.create(), recorder);
        }
        return recorder.results();
    }

    /** The methods of the requests that arrived. */
    Set<String> methods() {
        Set<String> methods = new HashSet<>();
        control.client()
                .pages("/requests?per_page=100")
                .forEach(page -> page.json()
                        .forEach(request -> methods.add(request.path("method").asText())));
        return methods;
    }

    /**
     * The world, without what no operation can put back: what was counted, when an organization last changed,
     * invitations sent, tokens made.
     */
    JsonNode state(Set<String> tokens) {
        ObjectNode state = (ObjectNode) control.client().get("/state").is(200).json();
        state.remove("counters");
        state.path("organizations")
                .forEach(organization -> ((ObjectNode) organization).remove(List.of("updated_at", "invitations_sent")));
        for (var token = state.path("tokens").iterator(); token.hasNext(); ) {
            if (!tokens.contains(token.next().path("token").asText())) {
                token.remove();
            }
        }
        return state;
    }

    /** The tokens there are. */
    Set<String> tokens() {
        Set<String> tokens = new HashSet<>();
        StreamSupport.stream(
                        control.client()
                                .get("/state")
                                .is(200)
                                .json()
                                .path("tokens")
                                .spliterator(),
                        false)
                .forEach(token -> tokens.add(token.path("token").asText()));
        return tokens;
    }

    /** What broke the twin's own contract. */
    List<String> violations() {
        return TestTwin.violations(twin);
    }

    @Override
    public void close() {
        twin.close();
    }

    private static String read(String name) {
        try (InputStream in = ForeignTwin.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
