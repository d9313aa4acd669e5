package dev.hubtwin.internal.contract.description;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hubtwin.internal.contract.description.Description.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Compares what the runner excuses with the tables in docs/decisions/contract-tests.md, which give the reasons. */
@DisplayName("What is described, but not sent")
class KnownExceptionsTest {

    private static final Path DECISIONS = Path.of("../docs/decisions/contract-tests.md");
    private static final Pattern STATUSES = Pattern.compile("\\| `([a-z/-]+)` \\| ([0-9, ]+) \\|");
    private static final Pattern MEMBER = Pattern.compile("\\| `([a-z/-]+)` \\| `([a-z_]+)` \\| [^|]+ \\|");

    @Test
    @DisplayName("The statuses by a fault only are those of the table (R26, R33)")
    void namesStatuses() throws IOException {
        Set<String> excused = new TreeSet<>();
        for (Operation operation : Description.PUBLISHED.operations()) {
            for (Iterator<String> each = operation.node().path("responses").fieldNames(); each.hasNext(); ) {
                String status = each.next();
                if (KnownExceptions.isByFault(Description.PUBLISHED, operation, Integer.parseInt(status))) {
                    excused.add(operation.id() + " " + status);
                }
            }
        }
        assertEquals(6, excused.size());
        assertEquals(
                excused,
                rows(STATUSES)
                        .flatMap(row -> Stream.of(row.group(2).split(", ")).map(status -> row.group(1) + " " + status))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    @DisplayName("The members that are never sent are those of the table, each with a reason")
    void namesMembers() throws IOException {
        Set<String> excused = Description.PUBLISHED.operations().stream()
                .flatMap(operation ->
                        KnownExceptions.neverSent(operation).stream().map(member -> operation.id() + " " + member))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(13, excused.size());
        assertEquals(
                excused,
                rows(MEMBER)
                        .map(row -> row.group(1) + " " + row.group(2))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** Returns the rows of the tables that have the form of {@code row}. */
    private static Stream<MatchResult> rows(Pattern row) throws IOException {
        return Files.readAllLines(DECISIONS).stream()
                .map(row::matcher)
                .filter(Matcher::matches)
                .map(Matcher::toMatchResult);
    }
}
