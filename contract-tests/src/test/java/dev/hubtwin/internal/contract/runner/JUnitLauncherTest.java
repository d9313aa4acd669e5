package dev.hubtwin.internal.contract.runner;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.Twin;
import dev.hubtwin.internal.contract.http.Exchange;
import dev.hubtwin.seed.Seed;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.CancellationToken;
import org.junit.platform.engine.discovery.DiscoverySelectors;

/** What a run is told. */
@DisplayName("A run")
class JUnitLauncherTest {

    private static final String GENERATED =
            "dev.hubtwin.internal.contract.outsidecollaborators.OutsideCollaboratorsContract$Generated";

    @Test
    @DisplayName(
            "draws the generated requests by its seed: the same ones again, or others, and only those of the contract's tag")
    void draws() {
        List<String> some = requests(7);
        assertEquals(some, requests(7));
        assertNotEquals(some, requests(8));
        assertTrue(
                some.size() > 20 && some.stream().allMatch(request -> request.contains("outside_collaborators")),
                some::toString);
    }

    private static List<String> requests(long seed) {
        ExecutionRecorder recorder = new ExecutionRecorder(result -> {});
        try (Twin twin = Twin.start(Seed.of());
                TwinWorlds worlds = TwinWorlds.at(URI.create(twin.url()), Optional.empty(), recorder)) {
            new JUnitLauncher(
                            worlds, List.of(DiscoverySelectors.selectClass(GENERATED)), List.of(), 1, Optional.of(seed))
                    .execute(CancellationToken.create(), recorder);
        }
        return recorder.results().stream()
                .flatMap(result -> result.exchanges().stream())
                .map(JUnitLauncherTest::request)
                .toList();
    }

    private static String request(Exchange exchanged) {
        return exchanged.method() + " " + exchanged.uri().toString().replaceFirst(".*/w/[^/]+", "") + " "
                + new String(exchanged.body(), ISO_8859_1);
    }
}
