package dev.hubtwin.internal.contract.coverage;

import java.util.List;
import java.util.function.Function;

/**
 * How much of the description was reached, as of one moment.
 *
 * @param parts each operation of the description, in its order
 */
public record CoverageSnapshot(List<OperationCoverage> parts) {

    /** How many items of how many. */
    public record Count(long reached, long all) {

        /** Whether nothing is missing. */
        public boolean complete() {
            return reached == all;
        }

        @Override
        public String toString() {
            return reached + "/" + all;
        }
    }

    /** How much of some operations was reached; items that are never due do not count. */
    public record Totals(Count operations, Count statuses, Count parameters, Count members) {

        @Override
        public String toString() {
            return operations + " operations, " + statuses + " statuses, " + parameters + " parameters, " + members
                    + " members";
        }
    }

    /** Returns the totals of the operations that GitHub documents. */
    public Totals documented() {
        return totals(parts.stream().filter(OperationCoverage::documented).toList());
    }

    /** Returns the totals of the operations that support them. */
    public Totals additions() {
        return totals(parts.stream().filter(part -> !part.documented()).toList());
    }

    private static Totals totals(List<OperationCoverage> parts) {
        return new Totals(
                new Count(parts.stream().filter(OperationCoverage::reached).count(), parts.size()),
                count(parts, OperationCoverage::statuses),
                count(parts, OperationCoverage::parameters),
                count(parts, OperationCoverage::members));
    }

    private static Count count(List<OperationCoverage> parts, Function<OperationCoverage, List<CoveredItem>> items) {
        List<CoveredItem> due = parts.stream()
                .flatMap(part -> items.apply(part).stream())
                .filter(item -> item.due() != CoveredItem.Due.NEVER)
                .toList();
        return new Count(due.stream().filter(CoveredItem::reached).count(), due.size());
    }
}
