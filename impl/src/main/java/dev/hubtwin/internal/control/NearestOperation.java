package dev.hubtwin.internal.control;

import dev.hubtwin.internal.openapi.Operation;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Which operation a request that means none may have been meant for. */
final class NearestOperation {

    private static final int LONGEST = 100;
    private static final int DEEPEST = 16;
    private static final int OTHER_METHOD = 2;
    private static final int ONE_SEGMENT = 8;

    private NearestOperation() {}

    /** The operation whose path and method differ least; the first one of several. */
    static Operation to(String method, String path, Collection<Operation> operations) {
        return operations.stream()
                .min(Comparator.comparingInt(operation -> distance(method, path, operation)))
                .orElseThrow();
    }

    private static int distance(String method, String path, Operation operation) {
        boolean sameMethod = operation.method().equals(method.equals("HEAD") ? "GET" : method);
        return (sameMethod ? 0 : OTHER_METHOD) + distance(segments(path), segments(operation.path()));
    }

    /** Segments are held against each other in order; what is left over on either side counts as a whole one. */
    private static int distance(List<String> path, List<String> template) {
        int shorter = Math.min(path.size(), template.size());
        int distance = ONE_SEGMENT * Math.abs(path.size() - template.size());
        for (int i = 0; i < shorter; i++) {
            distance += distance(path.get(i), template.get(i));
        }
        return distance;
    }

    private static int distance(String segment, String expected) {
        if (expected.startsWith("{")) {
            return segment.isEmpty() ? ONE_SEGMENT : 1;
        }
        return Math.min(ONE_SEGMENT, edits(segment, expected));
    }

    /** How many letters must be put in, taken out or changed (Levenshtein). */
    private static int edits(String from, String to) {
        String bounded = from.length() > LONGEST ? from.substring(0, LONGEST) : from;
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= bounded.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int above = row[j];
                int change = diagonal + (bounded.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[to.length()];
    }

    private static List<String> segments(String path) {
        return List.of(path.replaceFirst("(?<=.)/$", "").substring(1).split("/", DEEPEST));
    }
}
