package dev.hubtwin.internal.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The costs of requests that are committed, from which the table of {@code docs/performance.md} is made. */
final class CommittedCosts {

    /** The page with the table. */
    static final Path PAGE = Path.of("../docs/performance.md");

    private static final String FILE = "request-costs.csv";
    private static final Path SOURCE = Path.of("src/test/resources/dev/hubtwin/internal/bench", FILE);

    private CommittedCosts() {}

    static List<RequestCost> read() {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(CommittedCosts.class.getResourceAsStream(FILE), UTF_8))) {
            return lines.lines().map(RequestCost::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The table of costs in Markdown. */
    static String table(List<RequestCost> costs) {
        return RequestCost.HEAD + costs.stream().map(RequestCost::row).collect(Collectors.joining());
    }

    /** Puts costs, and their table, in the place of those that are committed. */
    static void write(List<RequestCost> costs) throws IOException {
        String page = Files.readString(PAGE);
        Files.writeString(PAGE, page.replace(table(read()), table(costs)));
        Files.writeString(SOURCE, costs.stream().map(RequestCost::line).collect(Collectors.joining()));
    }
}
