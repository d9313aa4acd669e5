package dev.hubtwin.internal.contract.pages;

import dev.hubtwin.internal.contract.report.Reports;
import dev.hubtwin.internal.contract.report.SampleReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Prints how long Chromium takes to open a report of many failures, beside one of a single failure. */
final class ReportBench {

    private static final int ROUNDS = 9;
    private static final int MANY = 2_000;

    private ReportBench() {}

    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory("report");
        try (Chromium chromium = Chromium.start().orElseThrow()) {
            Path few = written(folder.resolve("few"), 1);
            Path many = written(folder.resolve("many"), MANY);
            double least = least(chromium, few);
            double most = least(chromium, many);
            System.out.printf("failures        %6d %6d%n", 1, MANY);
            System.out.printf("bytes           %6d %6d%n", Files.size(few), Files.size(many));
            System.out.printf("opened after ms %6.0f %6.0f  ratio %.1f%n", least, most, most / least);
        }
    }

    private static Path written(Path folder, int failures) throws Exception {
        Reports.write(SampleReport.failures(failures), folder);
        return folder.resolve("report.html");
    }

    /** Returns the least time, in milliseconds, from the beginning of a navigation to the end of its load event. */
    private static double least(Chromium chromium, Path page) {
        List<Double> times = IntStream.range(0, ROUNDS)
                .mapToObj(round -> {
                    chromium.open("about:blank");
                    chromium.open(page.toUri().toString());
                    chromium.until("return !document.getElementById('filter').hidden"
                            + " && performance.getEntriesByType('navigation')[0].loadEventEnd > 0");
                    return ((Number) chromium.run("return performance.getEntriesByType('navigation')[0].loadEventEnd"))
                            .doubleValue();
                })
                .toList();
        return times.stream().min(Double::compare).orElseThrow();
    }
}
