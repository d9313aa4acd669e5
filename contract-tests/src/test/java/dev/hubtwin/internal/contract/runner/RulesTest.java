package dev.hubtwin.internal.contract.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** That no rule was forgotten. */
@DisplayName("Rules")
class RulesTest {

    private static final Pattern RULE = Pattern.compile("R(\\d+)");

    @Test
    @DisplayName("Every rule is named by a scenario, or stands in INVARIANTS.md among those that no client sees")
    void areAllNamed() throws IOException {
        Set<Integer> all = IntStream.rangeClosed(1, ScenarioSelection.LAST_RULE)
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
        Set<Integer> named = IndexedBehaviours.ALL.keySet().stream()
                .flatMap(behaviour -> behaviour.rules().stream())
                .collect(Collectors.toSet());
        Set<Integer> unseen = unseen();
        assertEquals(Set.of(), named.stream().filter(unseen::contains).collect(Collectors.toSet()), "seen after all");
        all.removeAll(named);
        assertEquals(unseen, all);
    }

    private static Set<Integer> unseen() throws IOException {
        String line = Files.readAllLines(Path.of("../INVARIANTS.md")).stream()
                .filter(each -> each.startsWith("- Every rule is named by a scenario, except"))
                .findFirst()
                .orElseThrow();
        return RULE.matcher(line)
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
