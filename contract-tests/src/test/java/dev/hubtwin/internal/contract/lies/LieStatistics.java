package dev.hubtwin.internal.contract.lies;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What became of lies, in numbers and names.
 *
 * @param derivation what they were chosen from
 * @param trials what became of those that were chosen, by their ids
 */
record LieStatistics(LieDerivation derivation, Map<String, LieOutcome> trials) {

    /** Why a lie may survive, or never be told, by what its id has in it. */
    private static final Map<String, String> REASONS = Map.of(
            "ignores ?outdated", "accepted, and without effect",
            " skipped", "nobody is refused with this whom rights would let in",
            "422 /errors", "this 422 says it in one sentence");

    private static final String HEAD = """
      # Lies

      Written by `mvn -Pfull verify -pl contract-tests -am -Dtest=LiesTest -Dsurefire.failIfNoSpecifiedTests=false`.
      A proxy between the scenarios and the twin tells one lie at a time; a scenario must fail of each.

      """;

    static LieStatistics of(LieDerivation derivation, Collection<LieOutcome> trials) {
        Map<String, LieOutcome> sorted = new TreeMap<>();
        trials.forEach(trial -> sorted.put(trial.lie().id(), trial));
        return new LieStatistics(derivation, sorted);
    }

    long told() {
        return count(LieOutcome::told);
    }

    long caught() {
        return count(trial -> trial.told() && trial.caught().isPresent());
    }

    /** The share of what was told that was caught, in percent. */
    double percent() {
        return told() == 0 ? 0 : 100.0 * caught() / told();
    }

    List<LieOutcome> survivors() {
        return trials.values().stream()
                .filter(trial -> trial.told() && trial.caught().isEmpty())
                .toList();
    }

    /** Scenarios that failed before a lie was told. */
    List<LieOutcome> failedBeforeTheLie() {
        return trials.values().stream()
                .filter(trial -> !trial.told() && trial.caught().isPresent())
                .toList();
    }

    private long count(Predicate<LieOutcome> which) {
        return trials.values().stream().filter(which).count();
    }

    /** In one line. */
    String line() {
        return String.format(
                "%d of %d lies told were caught (%.2f %%); %d were never told, %d derived",
                caught(),
                told(),
                percent(),
                trials.size() - told(),
                derivation.lies().size());
    }

    /** All of it, as a page. */
    String page() {
        StringBuilder page = new StringBuilder(HEAD)
                .append(line())
                .append(".\n\n")
                .append("| lie | derived | never told | told | caught |\n|---|---:|---:|---:|---:|\n");
        kinds().forEach((kind, row) -> page.append(
                String.format("| %s | %d | %d | %d | %d |%n", kind.text(), row[0], row[0] - row[1], row[1], row[2])));
        page.append("\n## What is not a lie\n\n| rule | members, headers, statuses |\n|---|---:|\n");
        derivation.excluded().forEach((rule, count) -> page.append(String.format("| %s | %d |%n", rule, count)));
        page.append("\n## Survivors\n\n").append(survivors().isEmpty() ? "None.\n" : "");
        survivors()
                .forEach(trial -> page.append(String.format(
                        "- `%s`%s%n", trial.lie(), reason(trial.lie().id()))));
        page.append("\n## Never told\n\nNo scenario offers an occasion for these.\n\n| where | lies |\n|---|---:|\n");
        neverTold()
                .forEach((where, count) -> page.append(String.format("| %s%s | %d |%n", where, reason(where), count)));
        return page.toString();
    }

    private Map<Lie.Kind, int[]> kinds() {
        Map<Lie.Kind, int[]> kinds = new EnumMap<>(Lie.Kind.class);
        trials.values().forEach(trial -> {
            int[] row = kinds.computeIfAbsent(trial.lie().kind(), kind -> new int[3]);
            row[0]++;
            row[1] += trial.told() ? 1 : 0;
            row[2] += trial.told() && trial.caught().isPresent() ? 1 : 0;
        });
        return kinds;
    }

    /** How many were never told, by operation, status and the object that they are about. */
    private Map<String, Integer> neverTold() {
        Map<String, Integer> neverTold = new TreeMap<>();
        trials.values().stream()
                .filter(trial -> !trial.told())
                .forEach(trial -> neverTold.merge(where(trial.lie().id()), 1, Integer::sum));
        return neverTold;
    }

    /** An id; of one about a member, the object that it is a member of: {@code orgs/get 200 /plan}. */
    private static String where(String id) {
        String[] parts = id.split(" ");
        return parts.length == 4 && parts[3].startsWith("/")
                ? parts[0] + " " + parts[1] + " "
                        + parts[3].replaceAll("(.)/[^/]*$", "$1").replaceAll("^/[^/]*$", "/")
                : id;
    }

    private static String reason(String id) {
        return REASONS.entrySet().stream()
                .filter(reason -> id.contains(reason.getKey()))
                .map(reason -> " (" + reason.getValue() + ")")
                .findFirst()
                .orElse("");
    }
}
