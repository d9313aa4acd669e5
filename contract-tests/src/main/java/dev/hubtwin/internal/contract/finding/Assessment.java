package dev.hubtwin.internal.contract.finding;

import dev.hubtwin.internal.contract.result.Result;
import java.util.Collection;
import java.util.List;

/**
 * What is wrong with a server, as far as it is known and as far as it is not.
 *
 * @param fresh what no entry of the baseline covers, first what breaks most
 * @param known what is covered
 * @param vanished entries of the baseline that cover nothing any longer, as the baseline has them
 * @param expired entries that do not count any longer
 */
public record Assessment(List<Finding> fresh, List<Finding> known, List<String> vanished, List<String> expired) {

    /** Assesses results of which nothing is known. */
    public static Assessment of(Collection<Result> results) {
        return new Assessment(Finding.of(results), List.of(), List.of(), List.of());
    }

    /** Returns this assessment without the vanished entries, of a run that could not meet all of them. */
    public Assessment ofSome() {
        return new Assessment(fresh, known, List.of(), expired);
    }

    /** Whether a run failed of nothing but what is known. */
    public boolean isKnown(Result result) {
        return result.outcome().isFailure()
                && fresh.stream()
                        .flatMap(finding -> finding.occurrences().stream())
                        .noneMatch(occurrence -> occurrence.result() == result);
    }
}
