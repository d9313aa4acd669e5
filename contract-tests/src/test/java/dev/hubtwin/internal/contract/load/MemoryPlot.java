package dev.hubtwin.internal.contract.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The plot of what a process takes of memory, in docs/limits.md. */
final class MemoryPlot {

    private static final Path PAGE = Path.of("../docs/limits.md");
    private static final String BEGIN = "requests  resident  heap\n";
    private static final String END = "```\n";
    private static final int OF_A_SIGN = 10;

    private MemoryPlot() {}

    /** A row of figures in MiB and their bars: {@code #} for the heap, {@code .} for what is resident beyond it. */
    static String row(int requests, long resident, long heap) {
        int used = (int) (heap / OF_A_SIGN);
        int beyond = (int) Math.max(0, resident / OF_A_SIGN - used);
        return String.format(
                Locale.ROOT, "%8d  %8d  %4d  %s%s%n", requests, resident, heap, "#".repeat(used), ".".repeat(beyond));
    }

    /** Puts rows in the place of those that stand there. */
    static void write(List<String> rows) throws IOException {
        String page = Files.readString(PAGE);
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        Files.writeString(
                PAGE, page.substring(0, begin) + String.join("", rows) + page.substring(page.indexOf(END, begin)));
    }
}
