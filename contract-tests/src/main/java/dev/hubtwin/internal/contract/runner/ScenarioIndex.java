package dev.hubtwin.internal.contract.runner;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hubtwin.internal.contract.result.Behaviour;
import dev.hubtwin.internal.contract.result.Result;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which operations each scenario calls, and what they answer.
 *
 * @param scenarios by {@code Contract.Part.method}: by operation, the statuses
 */
public record ScenarioIndex(SortedMap<String, SortedMap<String, SortedSet<Integer>>> scenarios) {

    /** The name of the resource with the index. */
    public static final String RESOURCE = "scenarios.txt";

    /** The index of all scenarios, as a run on a twin wrote it. */
    public static final ScenarioIndex KEPT = parse(resource());

    /** Makes the index of results; several results of a scenario become one entry. */
    public static ScenarioIndex of(Collection<Result> results) {
        SortedMap<String, SortedMap<String, SortedSet<Integer>>> scenarios = new TreeMap<>();
        results.stream()
                .filter(result -> !result.behaviour().method().isEmpty())
                .forEach(result -> {
                    SortedMap<String, SortedSet<Integer>> calls =
                            scenarios.computeIfAbsent(name(result.behaviour()), none -> new TreeMap<>());
                    result.exchanges()
                            .forEach(exchanged -> exchanged
                                    .verdict()
                                    .operation()
                                    .ifPresent(operation -> calls.computeIfAbsent(operation, none -> new TreeSet<>())
                                            .add(exchanged.answer().status())));
                });
        return new ScenarioIndex(scenarios);
    }

    /** Reads what {@link #text()} wrote. */
    public static ScenarioIndex parse(String text) {
        return new ScenarioIndex(text.lines()
                .map(line -> line.split(" "))
                .collect(Collectors.toMap(
                        words -> words[0],
                        words -> calls(Arrays.stream(words).skip(1)),
                        (one, other) -> one,
                        TreeMap::new)));
    }

    private static SortedMap<String, SortedSet<Integer>> calls(Stream<String> words) {
        return words.map(word -> word.split(":"))
                .collect(Collectors.toMap(
                        pair -> pair[0],
                        pair -> Arrays.stream(pair[1].split(","))
                                .map(Integer::valueOf)
                                .collect(Collectors.toCollection(TreeSet::new)),
                        (one, other) -> one,
                        TreeMap::new));
    }

    private static String resource() {
        try (InputStream in = ScenarioIndex.class.getResourceAsStream(RESOURCE)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns one line for each scenario: {@code CampaignsContract.Creation.creates campaigns/create-campaign:200,422}.
     */
    public String text() {
        return scenarios.entrySet().stream()
                .map(scenario -> scenario.getKey()
                        + scenario.getValue().entrySet().stream()
                                .map(call -> " " + call.getKey() + ":" + joined(call.getValue()))
                                .collect(Collectors.joining())
                        + "\n")
                .collect(Collectors.joining());
    }

    private static String joined(SortedSet<Integer> statuses) {
        return statuses.stream().map(status -> Integer.toString(status)).collect(Collectors.joining(","));
    }

    /** Whether one of the operations answers with one of the statuses in a scenario; an empty set stands for all. */
    boolean has(Behaviour scenario, Set<String> operations, Set<Integer> statuses) {
        return Optional.ofNullable(scenarios.get(name(scenario))).stream()
                .flatMap(calls -> calls.entrySet().stream())
                .filter(call -> operations.isEmpty() || operations.contains(call.getKey()))
                .anyMatch(call -> statuses.isEmpty() || call.getValue().stream().anyMatch(statuses::contains));
    }

    /** Returns the statuses that any operation answers with. */
    SortedSet<Integer> statuses() {
        return scenarios.values().stream()
                .flatMap(calls -> calls.values().stream())
                .flatMap(Set::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String name(Behaviour behaviour) {
        return behaviour.group() + "." + behaviour.method();
    }
}
