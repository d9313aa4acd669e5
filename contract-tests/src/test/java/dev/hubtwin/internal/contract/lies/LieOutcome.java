package dev.hubtwin.internal.contract.lies;

import dev.hubtwin.internal.contract.runner.ExecutionRecorder;
import dev.hubtwin.internal.contract.runner.JUnitLauncher;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.platform.engine.CancellationToken;
import org.junit.platform.engine.DiscoverySelector;

/**
 * What became of a lie.
 *
 * @param told whether it was told at all
 * @param caught the scenario that caught it, and how
 */
record LieOutcome(Lie lie, boolean told, Optional<String> caught) {

    /** Tells a lie to the scenarios that may offer an occasion for it, until one catches it. */
    static LieOutcome of(Lie lie, HonestRun honestRun, ProxiedTwin proxied) {
        List<DiscoverySelector> selectors = new ArrayList<>();
        honestRun.scenariosFor(lie).forEach(scene -> selectors.add(scene.selector()));
        proxied.proxy().setLie(Optional.of(lie));
        int told = 0;
        Optional<String> caught = Optional.empty();
        int first = Math.min(1, selectors.size()); // most are caught at once, and alone this takes no time
        for (List<DiscoverySelector> some :
                List.of(selectors.subList(0, first), selectors.subList(first, selectors.size()))) {
            if (caught.isEmpty() && !some.isEmpty()) {
                caught = run(some, proxied);
                told = proxied.proxy().lieCount();
            }
        }
        proxied.clear();
        return new LieOutcome(lie, told > 0, caught);
    }

    private static Optional<String> run(List<DiscoverySelector> selectors, ProxiedTwin proxied) {
        CancellationToken token = CancellationToken.create();
        AtomicReference<String> caught = new AtomicReference<>();
        ExecutionRecorder recorder = new ExecutionRecorder(result -> {
            if (result.outcome().isFailure()) {
                caught.compareAndSet(
                        null,
                        result.behaviour().group() + "." + result.behaviour().method() + ": " + result.reason());
                token.cancel();
            }
        });
        new JUnitLauncher(() -> proxied.targets(recorder), selectors, List.of(), 1).execute(token, recorder);
        return Optional.ofNullable(caught.get());
    }
}
