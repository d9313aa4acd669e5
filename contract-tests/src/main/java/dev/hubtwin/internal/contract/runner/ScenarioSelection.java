package dev.hubtwin.internal.contract.runner;

import dev.hubtwin.internal.contract.description.Description;
import dev.hubtwin.internal.contract.description.Description.Operation;
import dev.hubtwin.internal.contract.result.Behaviour;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.PostDiscoveryFilter;

/**
 * A selection of scenarios. It has a scenario that has one of the tags, is about one of the rules and one of the
 * operations, and meets one of the statuses; an empty set selects everything.
 *
 * @param operations by their ids
 * @param documented whether scenarios are left out that are about additions to what the documents list, and about
 *     nothing else
 */
public record ScenarioSelection(
        Set<String> tags, Set<String> operations, Set<Integer> statuses, Set<Integer> rules, boolean documented) {

    /** Every scenario. */
    public static final ScenarioSelection ALL = new ScenarioSelection(Set.of(), Set.of(), Set.of(), Set.of(), false);

    /** The rules are numbered from 1. */
    static final int LAST_RULE = 158;

    /**
     * Makes the selection of a command line; each list may be empty.
     *
     * @param tags of the description
     * @param operations each an id, or a method and a path: {@code GET /orgs/{org}} or {@code GET /orgs/acme}
     * @param statuses numbers
     * @param rules numbers, with or without an {@code R} before them
     * @param documented whether additions are left out
     * @throws IllegalArgumentException if something is unknown; the message names what is most similar
     */
    public static ScenarioSelection of(
            List<String> tags, List<String> operations, List<String> statuses, List<String> rules, boolean documented) {
        Set<String> knownTags =
                Description.PUBLISHED.operations().stream().map(Operation::tag).collect(Collectors.toSet());
        Set<String> knownStatuses =
                ScenarioIndex.KEPT.statuses().stream().map(Object::toString).collect(Collectors.toSet());
        Set<String> knownRules =
                IntStream.rangeClosed(1, LAST_RULE).mapToObj(rule -> "R" + rule).collect(Collectors.toSet());
        return new ScenarioSelection(
                tags.stream().map(tag -> known("tag", tag, knownTags)).collect(Collectors.toSet()),
                operations.stream().map(ScenarioSelection::operation).collect(Collectors.toSet()),
                statuses.stream()
                        .map(status -> known("status", status, knownStatuses))
                        .map(Integer::valueOf)
                        .collect(Collectors.toSet()),
                rules.stream()
                        .map(rule -> known(
                                "rule", rule.matches("\\d.*") ? "R" + rule : rule.toUpperCase(Locale.ROOT), knownRules))
                        .map(rule -> Integer.valueOf(rule.substring(1)))
                        .collect(Collectors.toSet()),
                documented);
    }

    private static String operation(String asked) {
        String[] words = asked.trim().split("\\s+", 2);
        if (words.length == 2) {
            String method = words[0].toUpperCase(Locale.ROOT);
            Optional<Operation> meant = Description.PUBLISHED.operations().stream()
                    .filter(operation -> operation.method().equals(method)
                            && operation.path().equals(words[1]))
                    .findFirst()
                    .or(() -> Description.PUBLISHED.operation(method, words[1]));
            return meant.map(Operation::id)
                    .orElseThrow(() -> unknown(
                            "operation",
                            method + " " + words[1],
                            Description.PUBLISHED.operations().stream()
                                    .map(each -> each.method() + " " + each.path())
                                    .toList()));
        }
        return known(
                "operation",
                asked,
                Description.PUBLISHED.operations().stream().map(Operation::id).toList());
    }

    private static String known(String kind, String asked, Collection<String> all) {
        if (!all.contains(asked)) {
            throw unknown(kind, asked, all);
        }
        return asked;
    }

    private static IllegalArgumentException unknown(String kind, String asked, Collection<String> all) {
        return new IllegalArgumentException(
                "there is no " + kind + " " + asked + "; nearest: " + String.join(", ", Suggestions.to(asked, all)));
    }

    /** Returns filters that exclude the other scenarios from a {@link JUnitLauncher}. */
    public List<PostDiscoveryFilter> filters() {
        return List.of(descriptor -> FilterResult.includedIf(holds(descriptor)));
    }

    private boolean holds(TestDescriptor descriptor) {
        if (!(descriptor.getSource().orElse(null) instanceof MethodSource method)) {
            return true; // a container stays as long as something is in it
        }
        Behaviour scenario = Behaviour.of(method, descriptor.getDisplayName());
        return holdsTag(descriptor.getTags().stream().map(TestTag::getName))
                && !(documented && NamedOperations.areAdditions(scenario.text()))
                && (rules.isEmpty() || scenario.rules().stream().anyMatch(rules::contains))
                && isAbout(scenario)
                && (statuses.isEmpty() || ScenarioIndex.KEPT.has(scenario, operations, statuses));
    }

    /** Whether a scenario judges one of the operations: it names it, or is about every one and calls this one, too. */
    private boolean isAbout(Behaviour scenario) {
        return operations.isEmpty()
                || NamedOperations.ids(scenario.text()).stream().anyMatch(operations::contains)
                || NamedOperations.areAll(scenario.text()) && ScenarioIndex.KEPT.has(scenario, operations, Set.of());
    }

    private boolean holdsTag(Stream<String> has) {
        return tags.isEmpty() || has.anyMatch(tags::contains);
    }
}
