package dev.hubtwin.internal.contract.lies;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hubtwin.internal.contract.http.Exchange;
import dev.hubtwin.internal.contract.result.Result;
import dev.hubtwin.internal.contract.runner.ContractParts;
import dev.hubtwin.internal.contract.runner.ExecutionRecorder;
import dev.hubtwin.internal.contract.runner.JUnitLauncher;
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
final class HonestRun {

    /**
     * A scenario.
     *
     * @param weight how many exchanges it has, whatever their operation
     */
    record Scenario(String group, String method, int weight) {

        DiscoverySelector selector() {
            Class<?> type = ContractParts.type(group);
            return DiscoverySelectors.selectMethod(type, method(type));
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
    private record ScenarioExchange(Scenario scene, HttpMessage request, HttpMessage answer) {}

    /** The part of a contract that nobody wrote: generated requests would catch much, and hide what others do not. */
    private static final String GENERATED = "Generated";

    private static final PostDiscoveryFilter WRITTEN = test -> FilterResult.includedIf(test.getSource()
            .filter(source -> source instanceof MethodSource method
                    && method.getClassName().endsWith("$" + GENERATED))
            .isEmpty());

    private final Map<String, List<ScenarioExchange>> byOperation = new HashMap<>();

    private HonestRun() {}

    /** Runs every scenario once, through a proxy that tells no lie; each must pass. */
    static HonestRun through(ProxiedTwin proxied) {
        ExecutionRecorder recorder = new ExecutionRecorder(result -> {});
        proxied.proxy().setLie(Optional.empty());
        new JUnitLauncher(() -> proxied.targets(recorder), JUnitLauncher.ALL, List.of(WRITTEN), 1)
                .execute(CancellationToken.create(), recorder);
        return of(recorder.results());
    }

    /**
     * Takes what became of every scenario that somebody wrote, as github.com's clients see it; each must have passed.
     */
    static HonestRun of(List<Result> results) {
        List<Result> written = results.stream()
                .filter(result -> !result.behaviour().group().endsWith(GENERATED))
                .toList();
        assertEquals(
                List.of(),
                written.stream()
                        .filter(result -> result.outcome().isFailure())
                        .map(result -> result.behaviour() + ": " + result.reason())
                        .toList(),
                "failures without a lie");
        HonestRun honestRun = new HonestRun();
        Map<List<String>, List<Exchange>> scenes = new LinkedHashMap<>();
        written.forEach(result -> scenes.computeIfAbsent(
                        List.of(result.behaviour().group(), result.behaviour().method()), key -> new ArrayList<>())
                .addAll(result.exchanges().stream()
                        .filter(exchanged -> !isEnterprise(exchanged))
                        .toList()));
        scenes.forEach((name, exchanges) ->
                honestRun.add(new Scenario(name.get(0), name.get(1), exchanges.size()), exchanges));
        return honestRun;
    }

    private static boolean isEnterprise(Exchange exchanged) {
        return RequestDestination.of(HttpMessage.requestOf(exchanged)).enterprise();
    }

    private void add(Scenario scene, List<Exchange> exchanges) {
        for (Exchange exchanged : exchanges) {
            exchanged
                    .verdict()
                    .operation()
                    .ifPresent(operation -> byOperation
                            .computeIfAbsent(operation, key -> new ArrayList<>())
                            .add(new ScenarioExchange(
                                    scene, HttpMessage.requestOf(exchanged), HttpMessage.answerOf(exchanged))));
        }
    }

    /** The scenarios that may offer an occasion for a lie, the shortest first. */
    List<Scenario> scenariosFor(Lie lie) {
        return byOperation.getOrDefault(lie.operation().id(), List.of()).stream()
                .filter(act -> lie.occasion().test(act.request(), act.answer()))
                .map(ScenarioExchange::scene)
                .distinct()
                .sorted(Comparator.comparing(Scenario::weight).thenComparing(Scenario::toString))
                .toList();
    }
}
