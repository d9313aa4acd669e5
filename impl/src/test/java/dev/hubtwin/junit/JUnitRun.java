package dev.hubtwin.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.Map;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** A run of JUnit within a test: what its classes do is looked at from outside. */
record JUnitRun(long succeeded, List<String> failures) {

    private static final Map<String, String> ALONE = Map.of();
    private static final Map<String, String> PARALLEL = Map.of(
            "junit.jupiter.execution.parallel.enabled", "true",
            "junit.jupiter.execution.parallel.mode.default", "concurrent",
            "junit.jupiter.execution.parallel.config.strategy", "fixed",
            "junit.jupiter.execution.parallel.config.fixed.parallelism", "8");

    static JUnitRun alone(Class<?> test) {
        return run(test, ALONE);
    }

    static JUnitRun parallel(Class<?> test) {
        return run(test, PARALLEL);
    }

    private static JUnitRun run(Class<?> test, Map<String, String> configuration) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(test))
                .configurationParameters(configuration)
                .build();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request, listener);
        TestExecutionSummary summary = listener.getSummary();
        return new JUnitRun(
                summary.getTestsSucceededCount(),
                summary.getFailures().stream()
                        .map(failure -> failure.getException().toString())
                        .toList());
    }

    void passed(int tests) {
        assertEquals(List.of(), failures);
        assertEquals(tests, succeeded);
    }
}
