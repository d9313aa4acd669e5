package dev.hubtwin.internal.cli;

import dev.hubtwin.internal.recovery.WorldReport;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Prints how worlds are kept, a line each below names of columns. */
final class WorldTable {

    private static final List<String> NAMES =
            List.of("WORLD", "SNAPSHOT", "ENTRIES", "BYTES", "LAST CHANGE", "VERSION", "STATE");
    private static final String NOTHING = "-";

    private WorldTable() {}

    static void print(PrintWriter out, List<WorldReport> reports) {
        List<List<String>> lines = new ArrayList<>(List.of(NAMES));
        reports.forEach(report -> lines.add(line(report)));
        String format = IntStream.range(0, NAMES.size() - 1)
                .mapToObj(column -> "%-" + width(lines, column) + "s")
                .collect(Collectors.joining("  ", "", "  %s%n"));
        lines.forEach(line -> out.printf(format, line.toArray()));
    }

    private static int width(List<List<String>> lines, int column) {
        return lines.stream().mapToInt(line -> line.get(column).length()).max().orElseThrow();
    }

    private static List<String> line(WorldReport report) {
        return List.of(
                report.world(),
                report.snapshot().map(Object::toString).orElse(NOTHING),
                Integer.toString(report.entries()),
                Long.toString(report.bytes()),
                report.changed().map(WorldTable::toTheSecond).orElse(NOTHING),
                report.versions().isEmpty() ? NOTHING : String.join(", ", report.versions()),
                report.problem().orElse("ok"));
    }

    private static String toTheSecond(String instant) {
        return instant.replaceFirst("\\.[0-9]+Z$", "Z");
    }
}
