package dev.hubtwin.lies;

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
record Figures(Derivation derivation, Map<String, Trial> trials) {

  /** Why a lie may survive, or never be told, by what its id has in it. */
  private static final Map<String, String> REASONS = Map.of(
      "ignores ?outdated", "accepted, and without effect",
      " 503 ", "a fault alone gives this status",
      " 429 ", "a fault alone gives this status");

  private static final String HEAD = """
      # Lies

      Written by `mvn -Pfull verify -pl contract-tests -am -Dtest=LiesTest -Dsurefire.failIfNoSpecifiedTests=false`.
      A proxy between the scenarios and the twin tells one lie at a time; a scenario must fail of each.

      """;

  static Figures of(Derivation derivation, Collection<Trial> trials) {
    Map<String, Trial> sorted = new TreeMap<>();
    trials.forEach(trial -> sorted.put(trial.lie().id(), trial));
    return new Figures(derivation, sorted);
  }

  long told() {
    return count(Trial::told);
  }

  long caught() {
    return count(trial -> trial.told() && trial.caught().isPresent());
  }

  /** The share of what was told that was caught, in percent. */
  double percent() {
    return told() == 0 ? 0 : 100.0 * caught() / told();
  }

  List<Trial> survivors() {
    return trials.values().stream().filter(trial -> trial.told() && trial.caught().isEmpty()).toList();
  }

  /** Scenarios that failed before a lie was told. */
  List<Trial> spoiled() {
    return trials.values().stream().filter(trial -> !trial.told() && trial.caught().isPresent()).toList();
  }

  private long count(Predicate<Trial> which) {
    return trials.values().stream().filter(which).count();
  }

  /** In one line. */
  String line() {
    return String.format("%d of %d lies told were caught (%.2f %%); %d were never told, %d derived",
        caught(), told(), percent(), trials.size() - told(), derivation.lies().size());
  }

  /** All of it, as a page. */
  String page() {
    StringBuilder page = new StringBuilder(HEAD).append(line()).append(".\n\n")
        .append("| lie | derived | never told | told | caught |\n|---|---:|---:|---:|---:|\n");
    kinds().forEach((kind, row) -> page.append(String.format(
        "| %s | %d | %d | %d | %d |%n", kind.text(), row[0], row[0] - row[1], row[1], row[2])));
    page.append("\n## What is no lie\n\n| rule | members, headers, statuses |\n|---|---:|\n");
    derivation.excluded().forEach((rule, count) -> page.append(String.format("| %s | %d |%n", rule, count)));
    page.append("\n## Survivors\n\n").append(survivors().isEmpty() ? "None.\n" : "");
    survivors().forEach(trial -> page.append("- `").append(trial.lie()).append('`').append(reason(trial.lie().id())).append('\n'));
    page.append("\n## Never told\n\nNo scenario offers an occasion for these.\n\n| where | lies |\n|---|---:|\n");
    untold().forEach((where, count) -> page.append(String.format("| %s%s | %d |%n", where, reason(where), count)));
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
  private Map<String, Integer> untold() {
    Map<String, Integer> untold = new TreeMap<>();
    trials.values().stream().filter(trial -> !trial.told())
        .forEach(trial -> untold.merge(where(trial.lie().id()), 1, Integer::sum));
    return untold;
  }

  /** An id without its verb and its last name: {@code orgs/get 200 /plan}. */
  private static String where(String id) {
    String[] parts = id.split(" ");
    boolean member = parts.length == 4 && parts[3].startsWith("/");
    String what = parts[1].matches("[0-9]+") ? parts[1] : String.join(" ", List.of(parts).subList(1, parts.length));
    return parts[0] + " " + what + (member ? " " + parts[3].replaceAll("/[^/]*$", "") : "") + " ";
  }

  private static String reason(String id) {
    return REASONS.entrySet().stream()
        .filter(reason -> id.contains(reason.getKey()))
        .map(reason -> " (" + reason.getValue() + ")")
        .findFirst().orElse("");
  }
}
