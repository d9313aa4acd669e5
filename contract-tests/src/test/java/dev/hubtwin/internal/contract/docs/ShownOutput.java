package dev.hubtwin.internal.contract.docs;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares what a document shows with what a command printed. They are to be the same, character by character, but for
 * what differs from run to run; a line {@code ...} in the document stands for any number of lines.
 */
final class ShownOutput {

    private static final String ANY_LINES = "...";
    private static final Duration NEAR = Duration.ofDays(60);

    private final List<Volatile> kinds;

    /**
     * Something that differs from run to run.
     *
     * @param looks what it looks like
     * @param is whether something that looks so does differ
     */
    private record Volatile(Pattern looks, Predicate<String> is) {

        private Volatile(String looks) {
            this(Pattern.compile(looks), found -> true);
        }

        /** Returns the printed line, in which what differs is as the document has it. */
        String settle(String shown, String printed) {
            List<String> before =
                    looks.matcher(shown).results().map(MatchResult::group).toList();
            int[] count = {0};
            return looks.matcher(printed).replaceAll(found -> {
                int number = count[0]++;
                String text = number < before.size() && is.test(found.group()) ? before.get(number) : found.group();
                return Matcher.quoteReplacement(text);
            });
        }
    }

    /** Compares at a moment: times that are near it are those of the run. */
    ShownOutput(Clock clock) {
        kinds = List.of(
                // a time of the run
                new Volatile(
                        Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z"),
                        time -> isNear(time, DateTimeFormatter.ISO_OFFSET_DATE_TIME, clock)),
                new Volatile(
                        Pattern.compile("[A-Z][a-z]{2}, \\d\\d [A-Z][a-z]{2} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT"),
                        time -> isNear(time, DateTimeFormatter.RFC_1123_DATE_TIME, clock)),
                // a GUID, a token, a manifest code, a client id, a signature, an entity tag that was made in the run
                new Volatile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"),
                new Volatile("(?<=\\b(gh[posu]|github_pat)_)[A-Za-z0-9_]{30,}"),
                new Volatile("\\b([0-9a-f]{64}|[0-9a-f]{40})\\b"),
                new Volatile("\\bIv1\\.[0-9a-f]{16}\\b"),
                new Volatile("\"[0-9a-f]{32}\""),
                // how long something took
                new Volatile("\"(duration|duration_ms|uptime)\":[0-9.]+"),
                new Volatile("\\bin \\d+ s\\b"),
                // the port of a server that was started with --port 0
                new Volatile("\\b(localhost|127\\.0\\.0\\.1):[345]\\d{4}\\b"));
    }

    private static boolean isNear(String time, DateTimeFormatter format, Clock clock) {
        try {
            Duration apart = Duration.between(OffsetDateTime.parse(time, format).toInstant(), clock.instant());
            return apart.abs().compareTo(NEAR) < 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** Returns whether a command printed what the document shows. */
    boolean matches(List<String> shown, List<String> printed) {
        if (shown.isEmpty()) {
            return printed.isEmpty();
        }
        List<String> rest = shown.subList(1, shown.size());
        if (!shown.get(0).strip().equals(ANY_LINES)) {
            return !printed.isEmpty()
                    && matches(shown.get(0), printed.get(0))
                    && matches(rest, printed.subList(1, printed.size()));
        }
        for (int skipped = 0; skipped <= printed.size(); skipped++) {
            if (matches(rest, printed.subList(skipped, printed.size()))) {
                return true;
            }
        }
        return false;
    }

    private boolean matches(String shown, String printed) {
        String settled = printed;
        for (Volatile kind : kinds) {
            settled = kind.settle(shown, settled);
        }
        return settled.equals(shown);
    }
}
