package dev.hubtwin.internal.contract.foreign;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.contract.config.TargetConfig;
import dev.hubtwin.internal.contract.http.Exchange;
import dev.hubtwin.internal.contract.http.ExchangeListener;
import dev.hubtwin.internal.contract.result.Result;
import dev.hubtwin.internal.contract.runner.ContractParts;
import dev.hubtwin.internal.contract.runner.JUnitLauncher;
import dev.hubtwin.internal.contract.scenario.Reads;
import dev.hubtwin.internal.contract.scenario.WorldPart;
import dev.hubtwin.internal.contract.scenario.Writes;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;

@DisplayName("Scenarios that run side by side on one server")
class ThreadsTest {

    private static final List<DiscoverySelector> SOME = Stream.of(
                    "OrganizationsContract.OnAnyServer",
                    "MembershipsContract.OnAnyServer",
                    "MembersContract.OnAnyServer",
                    "WebhooksContract.OnAnyServer")
            .map(part -> (DiscoverySelector) DiscoverySelectors.selectClass(ContractParts.type(part)))
            .toList();

    private static final List<DiscoverySelector> READERS =
            List.of(DiscoverySelectors.selectClass(ContractParts.type("MetaContract.OnAnyServer")));

    /**
     * A scenario as the server met it.
     *
     * @param first the number of its first exchange among all
     * @param last the number of its last one, which may be one that puts something back
     */
    private record Span(Result result, int first, int last, Set<WorldPart> written, Set<WorldPart> read) {

        boolean overlaps(Span other) {
            return first < other.last && other.first < last;
        }

        /** Whether one of them changes what the other reads or changes. */
        boolean minds(Span other) {
            return meets(written, other.written) || meets(written, other.read) || meets(read, other.written);
        }

        private static boolean meets(Set<WorldPart> some, Set<WorldPart> others) {
            return !Collections.disjoint(some, others);
        }

        @Override
        public String toString() {
            return result.behaviour().group() + "." + result.behaviour().method() + " " + first + " to " + last;
        }
    }

    @Test
    @DisplayName("never overlap where one changes what the other reads or changes")
    void keepApart(@TempDir Path folder) throws Exception {
        List<Exchange> order = Collections.synchronizedList(new ArrayList<>());
        try (ForeignTwin server = new ForeignTwin()) {
            Set<String> tokens = server.tokens();
            JsonNode before = server.state(tokens);
            List<Result> results = server.run(SOME, ForeignTwin.names(folder, ""), 4, order::add);
            assertEquals(List.of(), failures(results));
            assertEquals(before, server.state(tokens), "what was changed is put back");
            List<Span> spans = spans(results, order);
            List<String> met = new ArrayList<>();
            for (Span one : spans) {
                for (Span other : spans) {
                    if (one.first() < other.first() && one.overlaps(other) && one.minds(other)) {
                        met.add(one + " and " + other);
                    }
                }
            }
            assertEquals(List.of(), met);
        }
    }

    @Test
    @DisplayName("overlap where they read: one waits in the middle, and another comes")
    void overlapWhereTheyRead() {
        CountDownLatch two = new CountDownLatch(2);
        AtomicBoolean alone = new AtomicBoolean();
        ExchangeListener waiting = exchanged -> {
            two.countDown();
            try {
                alone.compareAndSet(false, !two.await(10, TimeUnit.SECONDS));
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        };
        try (ForeignTwin server = new ForeignTwin()) {
            List<Result> results = server.run(READERS, TargetConfig.NONE, 4, waiting);
            assertEquals(List.of(), failures(results));
            assertFalse(alone.get(), "nobody came while one was in the middle");
        }
    }

    @Test
    @Tag("slow")
    @DisplayName("come to the same verdicts as one after another, all of them")
    void comeToTheSameVerdicts(@TempDir Path folder) throws Exception {
        TargetConfig names = ForeignTwin.names(
                folder, "may: {remove_member: true, convert_member: true, suspend_installation: true}\n");
        List<Map<String, Long>> verdicts = new ArrayList<>();
        for (int threads : List.of(1, 4)) {
            try (ForeignTwin server = new ForeignTwin()) {
                List<Result> results = server.run(JUnitLauncher.ALL, names, threads, ExchangeListener.NONE);
                assertFalse(results.isEmpty());
                assertEquals(List.of(), failures(results), threads + " threads");
                verdicts.add(results.stream().collect(groupingBy(ThreadsTest::verdict, counting())));
            }
        }
        assertEquals(verdicts.get(0), verdicts.get(1));
    }

    private static String verdict(Result result) {
        return result.outcome() + " " + result.behaviour() + " " + result.name();
    }

    private static List<String> failures(List<Result> results) {
        return results.stream()
                .filter(result -> result.outcome().isFailure())
                .map(result -> result.label() + ": " + result.reason())
                .toList();
    }

    private static List<Span> spans(List<Result> results, List<Exchange> order) {
        Map<Exchange, Integer> numbers = new IdentityHashMap<>();
        for (int i = 0; i < order.size(); i++) {
            numbers.put(order.get(i), i);
        }
        return results.stream()
                .filter(result -> !result.exchanges().isEmpty())
                .map(result -> {
                    List<Integer> own = result.exchanges().stream()
                            .map(numbers::get)
                            .sorted()
                            .toList();
                    Method scenario = scenario(result);
                    return new Span(
                            result, own.get(0), own.get(own.size() - 1), written(scenario), read(result, scenario));
                })
                .toList();
    }

    private static Method scenario(Result result) {
        return Arrays.stream(ContractParts.type(result.behaviour().group())
                        .getSuperclass()
                        .getDeclaredMethods())
                .filter(method -> method.getName().equals(result.behaviour().method()))
                .findFirst()
                .orElseThrow();
    }

    private static Set<WorldPart> written(Method scenario) {
        return Optional.ofNullable(scenario.getAnnotation(Writes.class))
                .map(writes -> Set.of(writes.value()))
                .orElse(Set.of());
    }

    private static Set<WorldPart> read(Result result, Method scenario) {
        return Stream.of(
                        scenario.getAnnotation(Reads.class),
                        ContractParts.type(result.behaviour().group()).getAnnotation(Reads.class))
                .flatMap(Stream::ofNullable)
                .findFirst()
                .map(reads -> Set.of(reads.value()))
                .orElse(EnumSet.allOf(WorldPart.class));
    }
}
