package dev.hubtwin.internal.contract.runner;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Finds known names that are similar to an unknown one. */
final class Suggestions {

    private static final int ENOUGH = 3;
    private static final int LONGEST = 200;

    private Suggestions() {}

    /** Returns the three names of {@code all} that are most similar, the most similar first. */
    static List<String> to(String asked, Collection<String> all) {
        String bounded = asked.length() > LONGEST ? asked.substring(0, LONGEST) : asked;
        return all.stream()
                .sorted(Comparator.<String>comparingInt(name -> edits(bounded, name))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(ENOUGH)
                .toList();
    }

    /** Returns the Levenshtein distance. */
    private static int edits(String from, String to) {
        int[] last = new int[to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            int[] row = new int[to.length() + 1];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                row[j] = i == 0
                        ? j
                        : Math.min(
                                Math.min(row[j - 1], last[j]) + 1,
                                last[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1));
            }
            last = row;
        }
        return last[to.length()];
    }
}
