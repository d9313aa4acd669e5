package dev.hubtwin.internal.contract.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hubtwin.internal.contract.runner.ExecutionRecorder;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The scenarios at the root of an enterprise server, but for those that {@link TwinContractTest} runs there. */
@DisplayName("The contract of the twin, at the root of an enterprise server")
@Tag("slow")
class EnterpriseRootTest {

    private static final ExecutionRecorder RECORDER = new ExecutionRecorder(result -> {});
    private static List<String> violations;

    @BeforeAll
    static void runAll() {
        violations = RootTurn.REST.run(RECORDER::onExchange, RECORDER);
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
}
