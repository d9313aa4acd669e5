package dev.hubtwin.internal.contract.coverage;

import java.util.List;
import java.util.stream.Stream;

/**
 * How much of one operation was met.
 *
 * @param id its {@code operationId}
 * @param path the template of its path
 * @param documented whether it stands in GitHub's documents; else it supports those that do
 * @param statuses in ascending order
 * @param parameters of the path, of the query and of the body, each followed by its values; only requests that were not
 *     refused count
 * @param members of the bodies of successful answers
 */
public record OperationCoverage(
        String id,
        String tag,
        String method,
        String path,
        boolean documented,
        List<CoveredItem> statuses,
        List<CoveredItem> parameters,
        List<CoveredItem> members) {

    /** Whether it was answered at all, as it is described. */
    public boolean reached() {
        return statuses.stream().anyMatch(CoveredItem::reached);
    }

    /** What had to be met and was not, each as {@code status 404}, {@code parameter query.sort}, {@code member id}. */
    public List<String> missing() {
        return Stream.of(missing("status ", statuses), missing("parameter ", parameters), missing("member ", members))
                .flatMap(part -> part)
                .toList();
    }

    /** The members that were met, and always as null. */
    public List<String> nullOnly() {
        return members.stream()
                .filter(CoveredItem::nullOnly)
                .map(CoveredItem::name)
                .toList();
    }

    private static Stream<String> missing(String kind, List<CoveredItem> items) {
        return items.stream()
                .filter(item -> item.due() != CoveredItem.Due.NEVER && !item.reached())
                .map(item -> kind + item.name());
    }
}
