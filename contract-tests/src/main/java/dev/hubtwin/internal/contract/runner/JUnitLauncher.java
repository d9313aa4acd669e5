package dev.hubtwin.internal.contract.runner;

import dev.hubtwin.internal.contract.config.TargetProvider;
import dev.hubtwin.internal.contract.generated.GeneratedScenarios;
import dev.hubtwin.internal.contract.result.Behaviour;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.platform.engine.CancellationToken;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherExecutionRequest;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherExecutionRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * One run of scenarios on the JUnit Platform.
 *
 * @param source gives the targets
 * @param selectors the scenarios
 * @param filters exclude some of them
 * @param threads how many run at once: parts of contracts, or scenarios of any part where all have one target
 * @param seed the seed of the generated requests; empty for the default
 */
public record JUnitLauncher(
        TargetProvider.Source source,
        List<? extends DiscoverySelector> selectors,
        List<PostDiscoveryFilter> filters,
        int threads,
        Optional<Long> seed) {

    /** Selects every scenario. */
    public static final List<DiscoverySelector> ALL =
            List.of(DiscoverySelectors.selectPackage("dev.hubtwin.internal.contract"));

    /** A run may be within another one of JUnit, whose listeners and configuration are none of its business. */
    private static final LauncherConfig ALONE = LauncherConfig.builder()
            .enableLauncherSessionListenerAutoRegistration(false)
            .enableLauncherDiscoveryListenerAutoRegistration(false)
            .enablePostDiscoveryFilterAutoRegistration(false)
            .enableTestExecutionListenerAutoRegistration(false)
            .build();

    /** Makes a run with the default seed. */
    public JUnitLauncher(
            TargetProvider.Source source,
            List<? extends DiscoverySelector> selectors,
            List<PostDiscoveryFilter> filters,
            int threads) {
        this(source, selectors, filters, threads, Optional.empty());
    }

    /**
     * Runs the scenarios.
     *
     * @param token ends it early when it is cancelled
     */
    public void execute(CancellationToken token, TestExecutionListener... listeners) {
        String name = TargetProvider.offer(source);
        try {
            LauncherExecutionRequest request = LauncherExecutionRequestBuilder.request(discovery(name))
                    .listeners(listeners)
                    .cancellationToken(token)
                    .build();
            LauncherFactory.create(ALONE).execute(request);
        } finally {
            TargetProvider.withdraw(name);
        }
    }

    /** Returns what would be run, without a target. */
    public List<Behaviour> list() {
        List<Behaviour> found = new ArrayList<>();
        PostDiscoveryFilter listing = test -> {
            test.getSource()
                    .filter(MethodSource.class::isInstance)
                    .ifPresent(method -> found.add(Behaviour.of((MethodSource) method, test.getDisplayName())));
            return FilterResult.included("listed");
        };
        CancellationToken cancelled = CancellationToken.create();
        cancelled.cancel();
        with(listing).execute(cancelled);
        return found.stream()
                .distinct()
                .sorted(Comparator.comparing(Behaviour::group).thenComparing(Behaviour::method))
                .toList();
    }

    /** Returns this run without the scenarios that one more filter excludes. */
    JUnitLauncher with(PostDiscoveryFilter filter) {
        List<PostDiscoveryFilter> all = new ArrayList<>(filters);
        all.add(filter);
        return new JUnitLauncher(source, selectors, all, threads, seed);
    }

    private LauncherDiscoveryRequest discovery(String name) {
        LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request();
        seed.ifPresent(drawn -> request.configurationParameter(GeneratedScenarios.SEED, Long.toString(drawn)));
        if (threads == 1 || !source.isShared()) { // what is in an order runs one after another
            request.configurationParameter(
                    "junit.jupiter.testmethod.order.default", MethodOrderer.DisplayName.class.getName());
        }
        return request.selectors(selectors)
                .enableImplicitConfigurationParameters(false)
                // Other engines that stand on the class path would read all classes to find nothing.
                .filters(EngineFilter.includeEngines("junit-jupiter"))
                .filters(ClassNameFilter.includeClassNamePatterns(".*Contract"))
                .filters(filters.toArray(PostDiscoveryFilter[]::new))
                .configurationParameters(Map.of(
                        TargetProvider.SOURCE,
                        name,
                        "junit.jupiter.execution.parallel.enabled",
                        Boolean.toString(threads > 1),
                        "junit.jupiter.execution.parallel.mode.default",
                        "concurrent",
                        "junit.jupiter.execution.parallel.config.executor-service",
                        "WORKER_THREAD_POOL",
                        "junit.jupiter.execution.parallel.config.strategy",
                        "fixed",
                        "junit.jupiter.execution.parallel.config.fixed.parallelism",
                        Integer.toString(threads)))
                .build();
    }
}
