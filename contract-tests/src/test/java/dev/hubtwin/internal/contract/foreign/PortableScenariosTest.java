package dev.hubtwin.internal.contract.foreign;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.contract.config.TargetConfig;
import dev.hubtwin.internal.contract.description.Description;
import dev.hubtwin.internal.contract.result.Result;
import dev.hubtwin.internal.contract.result.Result.Outcome;
import dev.hubtwin.internal.contract.runner.ScenarioIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The scenarios that run anywhere, on a server of which they know a root and a config file. */
@Tag("slow")
class PortableScenariosTest {

    private static final boolean IS_FULL = Boolean.getBoolean("hubtwin.full");
    private static final String OPTION = "--read-only";
    private static final String NO_FIXTURE = "needs the control API of a twin, to arrange its world";

    @TempDir
    private Path folder;

    /** In the full form each root with each strictness, else an enterprise server that is not held to everything. */
    static Stream<Arguments> servers() {
        return Stream.of("/api/v3", "")
                .flatMap(root -> Stream.of(false, true).map(strict -> Arguments.of(root, strict)))
                .limit(IS_FULL ? 4 : 1);
    }

    /** Both ways to forbid writing in the full form, else the one of the config file. */
    static Stream<String> readOnly() {
        return Stream.of("may: {write: false}", OPTION).limit(IS_FULL ? 2 : 1);
    }

    /** Both strictnesses in the full form, else the usual one. */
    static Stream<Boolean> strictnesses() {
        return Stream.of(false, true).limit(IS_FULL ? 2 : 1);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void withAConfigFileTheyPassAndPutBackWhatTheyChange(String root, boolean strict) throws IOException {
        try (ForeignTwin server = new ForeignTwin()) {
            Set<String> tokens = server.tokens();
            JsonNode before = server.state(tokens);
            List<Result> results = server.run(root, strict, ForeignTwin.names(folder, ""), false);
            assertEquals(List.of(), failures(results));
            assertEquals(before, server.state(tokens));
            assertEquals(
                    Set.of(
                            NO_FIXTURE,
                            "an enterprise server asks for no User-Agent",
                            "needs permission to remove the member: set may.remove_member: true in the config file",
                            "needs permission to make the member an outside collaborator: set may.convert_member: true in the config file",
                            "needs permission to suspend the installation: set may.suspend_installation: true in the config file"),
                    withUserAgent(reasons(results).keySet()));
            assertTrue(count(results, Outcome.PASSED) > 350, () -> count(results, Outcome.PASSED) + " passed");
            assertEquals(List.of(), server.violations());
        }
    }

    @Test
    void withLeaveForEverythingNothingIsSkippedButTheFixtures() throws IOException {
        try (ForeignTwin server = new ForeignTwin()) {
            List<Result> results = server.run(
                    "",
                    true,
                    ForeignTwin.names(
                            folder, "may: {remove_member: true, convert_member: true, suspend_installation: true}\n"),
                    false);
            assertEquals(List.of(), failures(results));
            assertEquals(Set.of(NO_FIXTURE), reasons(results).keySet());
        }
    }

    @ParameterizedTest
    @MethodSource("readOnly")
    void readOnlyNothingButReadingArrives(String how) throws IOException {
        try (ForeignTwin server = new ForeignTwin()) {
            boolean option = how.equals(OPTION);
            List<Result> results = server.run("", true, ForeignTwin.names(folder, option ? "" : how), option);
            assertEquals(List.of(), failures(results));
            assertEquals(Set.of("GET", "HEAD", "OPTIONS"), server.methods());
            assertTrue(count(results, Outcome.PASSED) > 130, () -> count(results, Outcome.PASSED) + " passed");
        }
    }

    @ParameterizedTest
    @MethodSource("strictnesses")
    void knowingNothingTheyRunWhatNeedsNoFixture(boolean strict) {
        try (ForeignTwin server = new ForeignTwin()) {
            JsonNode before = server.state(server.tokens());
            List<Result> results = server.run("", strict, TargetConfig.NONE, false);
            assertEquals(List.of(), failures(results));
            assertTrue(count(results, Outcome.PASSED) > 220, () -> count(results, Outcome.PASSED) + " passed");
            reasons(results)
                    .keySet()
                    .forEach(reason -> assertTrue(
                            reason.equals(NO_FIXTURE) || reason.matches("needs .+: set .+ in the config file"),
                            reason));
            assertEquals(fixtures(), reasons(results).get(NO_FIXTURE), "once for each class");
            assertEquals(before, server.state(server.tokens()));
        }
    }

    @Test
    void inAnArrangedWorldTheyRunWithTheFixturesNames() {
        try (ForeignTwin server = new ForeignTwin()) {
            List<Result> results = server.arranged();
            assertEquals(List.of(), failures(results));
            assertEquals(Map.of(), reasons(results));
            Set<String> succeeded = results.stream()
                    .flatMap(result -> result.exchanges().stream())
                    .filter(exchanged -> exchanged.answer().status() < 300)
                    .flatMap(exchanged -> exchanged.verdict().operation().stream())
                    .collect(toSet());
            assertEquals(
                    List.of("apps/create-from-manifest", "apps/delete-installation"),
                    Description.PUBLISHED.operations().stream()
                            .filter(operation ->
                                    !operation.node().path("x-hubtwin-addition").asBoolean())
                            .map(operation -> operation.id())
                            .filter(id -> !succeeded.contains(id))
                            .sorted()
                            .toList(),
                    "operations that never succeeded: nobody could put these back");
        }
    }

    private static List<String> failures(List<Result> results) {
        return results.stream()
                .filter(result -> result.outcome().isFailure())
                .map(result -> result.behaviour().text() + " [" + result.name() + "] " + result.reason())
                .toList();
    }

    private static Map<String, Long> reasons(List<Result> results) {
        return results.stream()
                .filter(result -> result.outcome() == Outcome.SKIPPED)
                .collect(groupingBy(Result::reason, counting()));
    }

    /** How many classes of scenarios need the world of the fixture. */
    private static long fixtures() {
        return ScenarioIndex.KEPT.scenarios().keySet().stream()
                .map(scenario -> scenario.substring(0, scenario.lastIndexOf('.')))
                .filter(group -> !group.endsWith("OnAnyServer"))
                .distinct()
                .count();
    }

    private static long count(List<Result> results, Outcome outcome) {
        return results.stream().filter(result -> result.outcome() == outcome).count();
    }

    /** At github.com's root that one is not skipped. */
    private static Set<String> withUserAgent(Set<String> reasons) {
        Set<String> all = new HashSet<>(reasons);
        all.add("an enterprise server asks for no User-Agent");
        return all;
    }
}
