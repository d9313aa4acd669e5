package dev.hubtwin.internal.contract.lies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.Twin;
import dev.hubtwin.internal.contract.config.FixtureSeed;
import dev.hubtwin.internal.contract.support.TestTwin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The proof that the scenarios bite: a sample of the lies, and every one of them in the full form, which writes
 * {@code docs/lies.md}; {@code -Dhubtwin.seed=N} draws another sample.
 */
@DisplayName("Lies")
class LiesTest {

    private static final boolean FULL = Boolean.getBoolean("hubtwin.full");
    private static final long SEED = Long.getLong("hubtwin.seed", 1);
    private static final int SAMPLE = 100;
    private static final double LEAST_PERCENT = 98;
    private static final int LIARS = Math.max(2, Runtime.getRuntime().availableProcessors());
    private static final Path PAGE = Path.of("..", "docs", "lies.md");

    @Test
    @DisplayName("Of what a server could do wrong by the description, the scenarios notice at least 98 percent")
    void areCaught() throws Exception {
        LieDerivation derivation = Lies.derive();
        List<Lie> lies = new ArrayList<>(derivation.lies().values());
        if (!FULL) {
            Collections.shuffle(lies, new Random(SEED));
            lies = lies.subList(0, SAMPLE);
        }
        LieStatistics figures = LieStatistics.of(derivation, trials(lies));
        System.out.println("seed " + SEED + ": " + figures.line());
        figures.survivors().forEach(trial -> System.out.println("survived: " + trial.lie()));
        if (FULL) {
            Files.writeString(PAGE, figures.page());
        }
        assertEquals(List.of(), figures.failedBeforeTheLie(), "failures before anything was told");
        assertTrue(
                figures.percent() >= LEAST_PERCENT,
                () -> figures.line() + "; survivors: "
                        + figures.survivors().stream().map(LieOutcome::lie).toList());
    }

    @Test
    @DisplayName("The committed figures are those of the lies that the description has today")
    void areWrittenDown() throws IOException {
        String page = Files.readString(PAGE);
        LieDerivation derivation = Lies.derive();
        assertTrue(
                page.contains(", " + derivation.lies().size() + " derived"),
                () -> "run the full form again, there are " + derivation.lies().size() + " lies");
        derivation
                .excluded()
                .forEach((rule, count) ->
                        assertTrue(page.contains("| " + rule + " | " + count + " |"), () -> rule + ": " + count));
    }

    private static Queue<LieOutcome> trials(List<Lie> lies) throws Exception {
        Queue<Lie> open = new ConcurrentLinkedQueue<>(lies);
        Queue<LieOutcome> trials = new ConcurrentLinkedQueue<>();
        ExecutorService liars = Executors.newFixedThreadPool(LIARS);
        try (Twin twin = TestTwin.start(FixtureSeed.yaml())) {
            HonestRun honestRun;
            try (ProxiedTwin proxied = new ProxiedTwin(twin.url())) {
                honestRun = HonestRun.of(proxied);
            }
            assertEquals(Optional.empty(), control(honestRun, twin), "what is not a lie survives");
            Callable<Void> liar = () -> {
                try (ProxiedTwin proxied = new ProxiedTwin(twin.url())) {
                    for (Lie lie = open.poll(); lie != null; lie = open.poll()) {
                        trials.add(LieOutcome.of(lie, honestRun, proxied));
                    }
                }
                return null;
            };
            for (Future<Void> end : liars.invokeAll(Collections.nCopies(LIARS, liar))) {
                end.get();
            }
            TestTwin.assertKeepsItsContract(twin);
        } finally {
            liars.shutdownNow();
        }
        return trials;
    }

    /** What catches a lie that is the truth. */
    private static Optional<String> control(HonestRun honestRun, Twin twin) {
        Lie honest = new Lie(
                "the truth",
                Lie.Kind.FORGOTTEN,
                Lies.operations().get(0),
                (request, answer) -> true,
                (request, wire) -> new Lie.Response(wire.send(request), true));
        try (ProxiedTwin proxied = new ProxiedTwin(twin.url())) {
            LieOutcome trial = LieOutcome.of(honest, honestRun, proxied);
            assertTrue(trial.told());
            return trial.caught();
        }
    }
}
