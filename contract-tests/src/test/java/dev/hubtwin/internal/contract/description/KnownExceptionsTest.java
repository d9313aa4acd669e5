package dev.hubtwin.internal.contract.description;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.internal.contract.description.Description.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** That nothing is excused without a reason in INVARIANTS.md, and nothing stands there that is met after all. */
@DisplayName("What is excused")
class KnownExceptionsTest {

    private static final Pattern PAIR = Pattern.compile("`([a-z/-]+)` \\(([0-9, ]+)\\)");

    @Test
    @DisplayName("The statuses by fault only are those of INVARIANTS.md (R26, R33)")
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
                PAIR.matcher(line("- R26, R33: "))
                        .results()
                        .flatMap(pair ->
                                Set.of(pair.group(2).split(", ")).stream().map(status -> pair.group(1) + " " + status))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    @DisplayName("The members that are never sent are those of INVARIANTS.md")
    void namesMembers() throws IOException {
        String text = line("- Described and never sent by the twin: ") + line("  `installations_count`");
        Set<Operation> excused = Description.PUBLISHED.operations().stream()
                .filter(operation -> !KnownExceptions.neverSent(operation).isEmpty())
                .collect(Collectors.toSet());
        assertEquals(3, excused.size());
        excused.forEach(operation -> KnownExceptions.neverSent(operation).forEach(member -> {
            assertTrue(text.contains("`" + operation.id() + "`"), operation.id());
            assertTrue(text.contains("`" + member + "`"), member);
        }));
    }

    private static String line(String start) throws IOException {
        return Files.readAllLines(Path.of("../INVARIANTS.md")).stream()
                .filter(each -> each.startsWith(start))
                .findFirst()
                .orElseThrow();
    }
}
