package dev.hubtwin.internal.contract.twin;

import dev.hubtwin.Twin;
import dev.hubtwin.internal.contract.http.ExchangeListener;
import dev.hubtwin.internal.contract.result.Result;
import dev.hubtwin.internal.contract.runner.JUnitLauncher;
import dev.hubtwin.internal.contract.runner.TwinWorlds;
import dev.hubtwin.internal.contract.support.TestTwin;
import dev.hubtwin.seed.Seed;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.platform.engine.CancellationToken;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestExecutionListener;

/** A part of all there is to run: every scenario at both roots. */
enum RootTurn {
    /** Every scenario at the root of api.github.com; those in which the roots differ at the other, too. */
    EVERYTHING_ONCE,
    /** The others at the root of an enterprise server. */
    REST;

    private static final String ENTERPRISE = "/api/v3";
    /** The classes of the scenarios in which the roots differ. */
    private static final Pattern DIFFERING =
            Pattern.compile(".*\\.(MetaContract\\$(Clients|OnAnyServer|SupportingEndpoints)"
                    + "|OrganizationsContract\\$Policies|TeamsContract\\$Reading)");

    /**
     * Runs the scenarios.
     *
     * @param exchanges learns of each request
     * @param listener learns of each scenario
     * @return what the twin answered against its own description
     */
    List<String> run(ExchangeListener exchanges, TestExecutionListener listener) {
        Twin twin = Twin.start(Seed.of());
        try (twin) {
            if (this == EVERYTHING_ONCE) {
                run(twin.url(), className -> true, exchanges, listener);
            }
            run(
                    twin.url() + ENTERPRISE,
                    className -> DIFFERING.matcher(className).matches() == (this == EVERYTHING_ONCE),
                    exchanges,
                    listener);
        }
        return TestTwin.violations(twin);
    }

    private static void run(
            String url, Predicate<String> classes, ExchangeListener exchanges, TestExecutionListener listener) {
        PostDiscoveryFilter filter = scenario -> FilterResult.includedIf(classes.test(className(scenario)));
        try (TwinWorlds worlds = TwinWorlds.at(URI.create(url), Optional.empty(), exchanges)) {
            new JUnitLauncher(worlds, JUnitLauncher.ALL, List.of(filter), 4)
                    .execute(CancellationToken.create(), listener);
        }
    }

    private static String className(TestDescriptor scenario) {
        return scenario.getSource()
                .filter(MethodSource.class::isInstance)
                .map(source -> ((MethodSource) source).getClassName())
                .orElse("");
    }

    /** Returns a test for each result, which fails unless the scenario passed. */
    static Stream<DynamicNode> passed(List<Result> results) {
        Map<String, List<Result>> parts = results.stream()
                .collect(
                        Collectors.groupingBy(result -> result.behaviour().group(), TreeMap::new, Collectors.toList()));
        return parts.entrySet().stream()
                .map(part -> DynamicContainer.dynamicContainer(
                        part.getKey(),
                        part.getValue().stream()
                                .map(result -> DynamicTest.dynamicTest(result.label(), () -> assertPassed(result)))));
    }

    private static void assertPassed(Result result) {
        if (result.outcome() != Result.Outcome.PASSED) {
            throw new AssertionError(
                    result.behaviour() + " " + result.name() + ": " + result.reason(),
                    result.thrown().orElse(null));
        }
    }
}
