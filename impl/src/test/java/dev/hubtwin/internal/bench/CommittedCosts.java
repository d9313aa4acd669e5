package dev.hubtwin.internal.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The costs of requests that are committed, from which the table of {@code docs/performance.md} is made.
 *
 * @param where and when they were measured
 */
record CommittedCosts(String where, List<RequestCost> costs) {

    /** The page with the table. */
    static final Path PAGE = Path.of("../docs/performance.md");

    private static final String FILE = "request-costs.csv";
    private static final Path SOURCE = Path.of("src/test/resources/dev/hubtwin/internal/bench", FILE);

    static CommittedCosts read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(CommittedCosts.class.getResourceAsStream(FILE), UTF_8))) {
            return new CommittedCosts(
                    lines.readLine(), lines.lines().map(RequestCost::parse).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Costs that were measured just now. */
    static CommittedCosts here(List<RequestCost> costs) {
        return new CommittedCosts(
                "%s, Java %s, %d processors (%s)"
                        .formatted(
                                LocalDate.now(),
                                System.getProperty("java.version"),
                                Runtime.getRuntime().availableProcessors(),
                                System.getProperty("os.arch")),
                costs);
    }

    /** The table in Markdown, under its heading. */
    String table() {
        return where + ":\n\n" + RequestCost.HEAD
                + costs.stream().map(RequestCost::row).collect(Collectors.joining());
    }

    /** Puts these, and their table, in the place of those that are committed. */
    void write() throws IOException {
        String page = Files.readString(PAGE);
        Files.writeString(PAGE, page.replace(read().table(), table()));
        Files.writeString(
                SOURCE, where + "\n" + costs.stream().map(RequestCost::line).collect(Collectors.joining()));
    }
}
