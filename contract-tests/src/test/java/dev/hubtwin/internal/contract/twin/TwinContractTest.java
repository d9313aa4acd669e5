package dev.hubtwin.internal.contract.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.internal.contract.coverage.Coverage;
import dev.hubtwin.internal.contract.coverage.CoverageSnapshot;
import dev.hubtwin.internal.contract.coverage.CoverageSnapshot.Totals;
import dev.hubtwin.internal.contract.description.Description;
import dev.hubtwin.internal.contract.lies.LieTrials;
import dev.hubtwin.internal.contract.result.Result;
import dev.hubtwin.internal.contract.runner.ExecutionRecorder;
import dev.hubtwin.internal.contract.runner.ScenarioIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * All scenarios on a twin, as the runner runs them, how much of the description they meet, and how many lies they
 * notice. {@link EnterpriseRootTest} runs the rest at the other root.
 */
@DisplayName("The contract of the twin")
class TwinContractTest {

    private static final String WRITE = "hubtwin.index.write";
    private static final Path INDEX =
            Path.of("src/main/resources/dev/hubtwin/internal/contract/runner", ScenarioIndex.RESOURCE);
    private static final Coverage COVERAGE = new Coverage(Description.PUBLISHED);
    private static final ExecutionRecorder RECORDER = new ExecutionRecorder(result -> {});
    private static List<String> violations;

    @BeforeAll
    static void runAll() {
        violations = RootTurn.EVERYTHING_ONCE.run(
                exchanged -> {
                    RECORDER.onExchange(exchanged);
                    COVERAGE.onExchange(exchanged);
                },
                RECORDER);
    }

    @TestFactory
    @DisplayName("No scenario fails or is skipped")
    Stream<DynamicNode> passes() {
        return RootTurn.passed(RECORDER.results());
    }

    @Test
    @DisplayName("The twin keeps its own contract meanwhile")
    void isUnbroken() {
        assertEquals(List.of(), violations);
    }

    @Test
    @DisplayName("Every operation, status, parameter, value and member of the description is met")
    void isComplete() {
        CoverageSnapshot covered = COVERAGE.snapshot();
        List<String> missing = covered.parts().stream()
                .flatMap(part -> part.missing().stream().map(what -> part.id() + ": " + what))
                .toList();
        assertTrue(missing.isEmpty(), () -> covered.documented() + "; never met:\n" + String.join("\n", missing));
        Totals documented = covered.documented();
        assertEquals("46/46 121/121", documented.operations() + " " + documented.statuses());
        assertTrue(documented.parameters().complete() && documented.members().complete(), documented::toString);
        assertTrue(
                covered.additions().operations().complete(),
                () -> covered.additions().toString());
    }

    @Test
    @DisplayName("Of what a server could do wrong by the description, they notice at least 98 percent")
    void notices() throws Exception {
        LieTrials.assertSampleIsNoticed(RECORDER.results());
    }

    @Test
    @DisplayName("The index says what each scenario calls")
    void isIndexed() throws IOException {
        String text = ScenarioIndex.of(RECORDER.results()).text();
        boolean allPassed = RECORDER.results().stream().allMatch(result -> result.outcome() == Result.Outcome.PASSED);
        if (Boolean.getBoolean(WRITE) && allPassed) {
            Files.writeString(INDEX, text);
        } else {
            assertEquals(
                    text,
                    ScenarioIndex.KEPT.text(),
                    "write it anew: mvn verify -Dtest=TwinContractTest -Dsurefire.failIfNoSpecifiedTests=false -D"
                            + WRITE + "=true");
        }
    }
}
