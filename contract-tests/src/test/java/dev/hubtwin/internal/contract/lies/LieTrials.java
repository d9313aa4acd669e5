package dev.hubtwin.internal.contract.lies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.Twin;
import dev.hubtwin.internal.contract.config.FixtureSeed;
import dev.hubtwin.internal.contract.result.Result;
import dev.hubtwin.internal.contract.support.TestTwin;
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
import java.util.function.Function;

/** Tells lies to the scenarios, which must notice nearly all of them. */
public final class LieTrials {

    private static final long SEED = Long.getLong("hubtwin.seed", 1);
    private static final int SAMPLE = 50;
    private static final double LEAST_PERCENT = 98;
    private static final int LIARS = Math.max(2, Runtime.getRuntime().availableProcessors());

    private LieTrials() {}

    /**
     * Holds that a sample is noticed, which {@code -Dhubtwin.seed=N} draws anew.
     *
     * @param honest what became of every scenario without a lie
     */
    public static void assertSampleIsNoticed(List<Result> honest) throws Exception {
        LieDerivation derivation = Lies.derive();
        List<Lie> lies = new ArrayList<>(derivation.lies().values());
        Collections.shuffle(lies, new Random(SEED));
        assertNoticed(statistics(derivation, lies.subList(0, SAMPLE), twin -> HonestRun.of(honest)));
    }

    /** Tells every lie that the description allows. */
    static LieStatistics tellAll() throws Exception {
        LieDerivation derivation = Lies.derive();
        return statistics(derivation, List.copyOf(derivation.lies().values()), HonestRun::through);
    }

    /** Holds that lies were noticed. */
    static void assertNoticed(LieStatistics figures) {
        System.out.println("seed " + SEED + ": " + figures.line());
        figures.survivors().forEach(trial -> System.out.println("survived: " + trial.lie()));
        assertEquals(List.of(), figures.failedBeforeTheLie(), "failures before anything was told");
        assertTrue(
                figures.percent() >= LEAST_PERCENT,
                () -> figures.line() + "; survivors: "
                        + figures.survivors().stream().map(LieOutcome::lie).toList());
    }

    private static LieStatistics statistics(
            LieDerivation derivation, List<Lie> lies, Function<ProxiedTwin, HonestRun> honest) throws Exception {
        Queue<Lie> open = new ConcurrentLinkedQueue<>(lies);
        Queue<LieOutcome> trials = new ConcurrentLinkedQueue<>();
        ExecutorService liars = Executors.newFixedThreadPool(LIARS);
        try (Twin twin = TestTwin.start(FixtureSeed.yaml())) {
            HonestRun honestRun;
            try (ProxiedTwin proxied = new ProxiedTwin(twin.url())) {
                honestRun = honest.apply(proxied);
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
        return LieStatistics.of(derivation, trials);
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
