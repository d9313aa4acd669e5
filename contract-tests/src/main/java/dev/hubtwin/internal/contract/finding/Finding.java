package dev.hubtwin.internal.contract.finding;

import dev.hubtwin.internal.contract.description.Description;
import dev.hubtwin.internal.contract.result.Behaviour;
import dev.hubtwin.internal.contract.result.Result;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something that is wrong with a server, and every failed run that shows it.
 *
 * @param id made from the kind and the place of what is wrong: the same at every URL and in every order
 * @param occurrences the runs, in the order in which they ended; at least one
 */
public record Finding(String id, List<Occurrence> occurrences) {

    private static final Map<String, String> OPERATIONS = Description.PUBLISHED.operations().stream()
            .collect(Collectors.toMap(
                    Description.Operation::id, operation -> operation.method() + " " + operation.path()));

    /** Returns what is wrong with a server of which these are results; first what breaks most. */
    public static List<Finding> of(Collection<Result> results) {
        Map<String, List<Occurrence>> byId = results.stream()
                .filter(result -> result.outcome().isFailure())
                .flatMap(result -> result.failedAnswer().stream()
                        .flatMap(failed -> failed.breaches().stream().map(breach -> new Occurrence(result, breach))))
                .collect(Collectors.groupingBy(Occurrence::findingId, LinkedHashMap::new, Collectors.toList()));
        return byId.entrySet().stream()
                .map(one -> new Finding(one.getKey(), one.getValue()))
                .sorted(Comparator.comparingInt((Finding finding) -> -finding.runs())
                        .thenComparing(finding -> -finding.operations().size())
                        .thenComparing(finding -> finding.first().breach().kind())
                        .thenComparing(Finding::id))
                .toList();
    }

    /** Returns this finding with some of its occurrences, if it has any of them. */
    Stream<Finding> only(Predicate<Occurrence> some) {
        List<Occurrence> left = occurrences.stream().filter(some).toList();
        return left.isEmpty() ? Stream.empty() : Stream.of(new Finding(id, left));
    }

    /** Returns an operation by its method and path. */
    static Optional<String> named(String operation) {
        return Optional.ofNullable(OPERATIONS.get(operation));
    }

    /** Returns what is wrong, as a sentence that begins with what was requested. */
    public String title() {
        List<String> requests =
                occurrences.stream().map(Occurrence::request).distinct().toList();
        List<String> titles = occurrences.stream()
                .map(occurrence -> occurrence.breach().title())
                .distinct()
                .toList();
        String subject = requests.size() == 1 ? requests.get(0) : requests.size() + " operations";
        String what = titles.size() == 1 ? titles.get(0) : first().breach().commonTitle();
        return subject.isEmpty() ? what : subject + ": " + what;
    }

    /** Returns the run that shows it first. */
    public Occurrence first() {
        return occurrences.get(0);
    }

    /** Returns how many runs show it. */
    public int runs() {
        return (int) occurrences.stream().map(Occurrence::result).distinct().count();
    }

    /** Returns the ids of the operations that show it. */
    public List<String> operations() {
        return occurrences.stream()
                .map(Occurrence::operation)
                .filter(id -> !id.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    /** Returns the behaviours that it breaks. */
    public List<Behaviour> behaviours() {
        return occurrences.stream()
                .map(occurrence -> occurrence.result().behaviour())
                .distinct()
                .toList();
    }
}
