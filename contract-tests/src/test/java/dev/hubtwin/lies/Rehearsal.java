package dev.hubtwin.lies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.contract.Exchanged;
import dev.hubtwin.contract.runner.Ledger;
import dev.hubtwin.contract.runner.Result;
import dev.hubtwin.contract.runner.Run;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.platform.engine.CancellationToken;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.PostDiscoveryFilter;

/** What the scenarios exchange with a twin that nobody lies for: it says which of them a lie can meet. */
final class Rehearsal {

  /**
   * A scenario.
   *
   * @param weight how many exchanges it has, whatever their operation
   */
  record Scene(String group, String method, int weight) {

    DiscoverySelector selector() {
      try {
        Class<?> type = Class.forName("dev.hubtwin.contract." + group.replace('.', '$'));
        return DiscoverySelectors.selectMethod(type, method(type));
      } catch (ClassNotFoundException e) {
        throw new IllegalStateException(e);
      }
    }

    private Method method(Class<?> within) {
      for (Class<?> type = within; type != null; type = type.getSuperclass()) {
        for (Method candidate : type.getDeclaredMethods()) {
          if (candidate.getName().equals(method) && !candidate.isSynthetic()) {
            return candidate;
          }
        }
      }
      throw new IllegalStateException(this + " is gone");
    }
  }

  /** An exchange of a scenario. */
  private record Act(Scene scene, Message request, Message answer) {}

  /** Scenarios that somebody wrote: generated requests would catch much, and hide what these do not. */
  private static final PostDiscoveryFilter WRITTEN = test -> FilterResult.includedIf(test.getSource()
      .filter(source -> source instanceof MethodSource method && method.getClassName().endsWith("$Generated")).isEmpty());

  private final Map<String, List<Act>> acts = new HashMap<>();

  private Rehearsal() {}

  /** Runs every scenario once; each must pass. */
  static Rehearsal of(Stage stage) {
    Ledger ledger = new Ledger(result -> {});
    stage.proxy().tell(Optional.empty());
    new Run(() -> stage.targets(ledger), Run.ALL, List.of(WRITTEN), 1).execute(CancellationToken.create(), ledger);
    assertEquals(List.of(), ledger.results().stream().filter(result -> result.outcome() == Result.Outcome.FAILED)
        .map(result -> result.behaviour() + ": " + result.reason()).toList(), "failures without a lie");
    Rehearsal rehearsal = new Rehearsal();
    Map<List<String>, List<Exchanged>> scenes = new LinkedHashMap<>();
    ledger.results().forEach(result -> scenes
        .computeIfAbsent(List.of(result.behaviour().group(), result.behaviour().method()), key -> new ArrayList<>())
        .addAll(result.exchanges()));
    assertTrue(scenes.keySet().stream().noneMatch(scene -> scene.get(0).endsWith("Generated")), "generated ones are left out");
    scenes.forEach((name, exchanges) -> rehearsal.add(new Scene(name.get(0), name.get(1), exchanges.size()), exchanges));
    return rehearsal;
  }

  private void add(Scene scene, List<Exchanged> exchanges) {
    for (Exchanged exchanged : exchanges) {
      exchanged.verdict().operation().ifPresent(operation -> acts.computeIfAbsent(operation.id(), key -> new ArrayList<>())
          .add(new Act(scene, Message.asked(exchanged), Message.heard(exchanged))));
    }
  }

  /** The scenarios that may offer an occasion for a lie, the shortest first. */
  List<Scene> offering(Lie lie) {
    return acts.getOrDefault(lie.operation().id(), List.of()).stream()
        .filter(act -> lie.occasion().test(act.request(), act.answer()))
        .map(Act::scene)
        .distinct()
        .sorted(Comparator.comparing(Scene::weight).thenComparing(Scene::toString))
        .toList();
  }
}
