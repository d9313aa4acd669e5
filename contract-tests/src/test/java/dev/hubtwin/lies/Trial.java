package dev.hubtwin.lies;

import dev.hubtwin.contract.runner.Ledger;
import dev.hubtwin.contract.runner.Result;
import dev.hubtwin.contract.runner.Run;
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
record Trial(Lie lie, boolean told, Optional<String> caught) {

  /** Tells a lie to the scenarios that may offer an occasion for it, until one catches it. */
  static Trial of(Lie lie, Rehearsal rehearsal, Stage stage) {
    List<DiscoverySelector> selectors = new ArrayList<>();
    rehearsal.offering(lie).forEach(scene -> selectors.add(scene.selector()));
    stage.proxy().tell(Optional.of(lie));
    int told = 0;
    Optional<String> caught = Optional.empty();
    int first = Math.min(1, selectors.size()); // most are caught at once, and alone this takes no time
    for (List<DiscoverySelector> some : List.of(selectors.subList(0, first), selectors.subList(first, selectors.size()))) {
      if (caught.isEmpty() && !some.isEmpty()) {
        caught = run(some, stage);
        told = stage.proxy().told();
      }
    }
    stage.clear();
    return new Trial(lie, told > 0, caught);
  }

  private static Optional<String> run(List<DiscoverySelector> selectors, Stage stage) {
    CancellationToken token = CancellationToken.create();
    AtomicReference<String> caught = new AtomicReference<>();
    Ledger ledger = new Ledger(result -> {
      if (result.outcome() == Result.Outcome.FAILED) {
        caught.compareAndSet(null, result.behaviour().group() + "." + result.behaviour().method() + ": " + result.reason());
        token.cancel();
      }
    });
    new Run(() -> stage.targets(ledger), selectors, List.of(), 1).execute(token, ledger);
    return Optional.ofNullable(caught.get());
  }
}
