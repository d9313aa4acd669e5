package dev.hubtwin.internal.contract.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.internal.contract.description.Description;
import dev.hubtwin.internal.contract.description.Description.Operation;
import dev.hubtwin.internal.contract.result.Behaviour;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.engine.CancellationToken;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.PostDiscoveryFilter;

/** That scenarios are selected by what they are about. */
@DisplayName("Selection")
class ScenarioSelectionTest {

    private static final String NONE = "";
    private static final List<TestDescriptor> DISCOVERED = discover();

    @Test
    @DisplayName("Each scenario bears one tag, and each tag selects its operations' scenarios")
    void selectsByTag() {
        Set<String> tags =
                Description.PUBLISHED.operations().stream().map(Operation::tag).collect(Collectors.toSet());
        Set<String> all = new TreeSet<>();
        for (String tag : tags) {
            Set<String> some = select(select(tag, NONE, NONE, NONE));
            assertTrue(some.size() > 1, tag);
            some.forEach(scenario -> assertTrue(all.add(scenario), scenario + " bears two tags"));
        }
        assertEquals(ScenarioIndex.KEPT.scenarios().keySet(), all);
        assertEquals(Set.of("CampaignsContract"), contracts(select(select("campaigns", NONE, NONE, NONE))));
    }

    @ParameterizedTest
    @CsvSource({
        "orgs/ping-webhook, ",
        "POST /orgs/{org}/hooks/{hook_id}/pings, ",
        "post  /orgs/acme/hooks/1/pings, ",
        "orgs/ping-webhook, 404"
    })
    @DisplayName("An operation is selected by its id, its template or a path; with a status, what answers so")
    void selectsByOperation(String operation, String status) {
        Set<String> some = select(select(NONE, operation, status == null ? NONE : status, NONE));
        assertEquals(
                IndexedBehaviours.ALL.keySet().stream()
                        .filter(behaviour -> NamedOperations.ids(behaviour.text())
                                        .contains("orgs/ping-webhook")
                                || NamedOperations.areAll(behaviour.text())
                                        && IndexedBehaviours.ALL.get(behaviour).contains("orgs/ping-webhook"))
                        .map(behaviour -> behaviour.group() + "." + behaviour.method())
                        .filter(scenario -> status == null
                                || ScenarioIndex.KEPT
                                        .scenarios()
                                        .get(scenario)
                                        .getOrDefault("orgs/ping-webhook", new TreeSet<>())
                                        .contains(404))
                        .collect(Collectors.toCollection(TreeSet::new)),
                some);
        assertTrue(!some.isEmpty());
    }

    @Test
    @DisplayName("A scenario that calls an operation only to prepare something else is not about it")
    void leavesOutPreparations() {
        Set<String> some = select(select(NONE, "orgs/get", NONE, NONE));
        assertTrue(some.contains("OrganizationsContract.OnAnyServer.ignoresCase"), some::toString);
        assertFalse(some.contains("OrganizationsContract.OnAnyServer.refusesOthers"), some::toString);
    }

    @Test
    @DisplayName("Options narrow each other, values of one widen it")
    void combines() {
        Set<String> conflicts = select(select(NONE, NONE, "409", NONE));
        Set<String> redirections = select(select(NONE, NONE, "302", NONE));
        Set<String> either = new TreeSet<>(conflicts);
        either.addAll(redirections);
        assertEquals(either, select(select(NONE, NONE, "409 302", NONE)));
        assertEquals(Set.of(), select(select("campaigns", NONE, "409", NONE)));
        assertEquals(conflicts, select(select("organizations", "orgs/update", "409", NONE)));
    }

    @Test
    @DisplayName("Additions to the documents are left out on demand, and nothing that is about a documented operation")
    void leavesOutAdditions() {
        Set<String> some = select(ScenarioSelection.of(List.of(), List.of(), List.of(), List.of(), true));
        Set<String> all = select(ScenarioSelection.ALL);
        Set<String> left = new TreeSet<>(all);
        left.removeAll(some);
        assertTrue(contracts(left).contains("OauthContract"), left::toString);
        assertFalse(contracts(left).contains("MembersContract"), left::toString);
    }

    @ParameterizedTest
    @CsvSource({"R70", "70", "r70"})
    @DisplayName("A rule is selected by its number")
    void selectsByRule(String rule) {
        Set<String> some = select(select(NONE, NONE, NONE, rule));
        assertTrue(some.size() < 20 && contracts(some).contains("MembersContract"), some::toString);
    }

    @ParameterizedTest
    @CsvSource({
        "campaign, '', '', '', there is no tag campaign; nearest: campaigns",
        "'', orgs/gets, '', '', there is no operation orgs/gets; nearest: orgs/get",
        "'', GET /org/{org}, '', '', there is no operation GET /org/{org}; nearest: GET /orgs/{org}",
        "'', '', 405, '', there is no status 405; nearest: 40",
        "'', '', abc, '', there is no status abc; nearest: ",
        "'', '', '', 159, there is no rule R159; nearest: R1",
        "'', '', '', seven, there is no rule SEVEN; nearest: "
    })
    @DisplayName("What is not known is refused, with what comes nearest")
    void refusesTheUnknown(String tag, String operation, String status, String rule, String message) {
        String said = assertThrows(
                        IllegalArgumentException.class,
                        () -> ScenarioSelection.of(
                                words(tag),
                                operation.isEmpty() ? List.of() : List.of(operation),
                                words(status),
                                words(rule),
                                false))
                .getMessage();
        assertTrue(said.startsWith(message == null ? "" : message), said);
    }

    private static ScenarioSelection select(String tags, String operation, String statuses, String rules) {
        return ScenarioSelection.of(
                words(tags),
                operation.isEmpty() ? List.of() : List.of(operation),
                words(statuses),
                words(rules),
                false);
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(" "));
    }

    private static Set<String> contracts(Set<String> scenarios) {
        return scenarios.stream()
                .map(scenario -> scenario.substring(0, scenario.indexOf('.')))
                .collect(Collectors.toSet());
    }

    /** What would be run. */
    private static Set<String> select(ScenarioSelection selection) {
        return DISCOVERED.stream()
                .filter(test -> selection.filters().stream()
                        .allMatch(filter -> filter.apply(test).included()))
                .map(ScenarioSelectionTest::behaviour)
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What a run finds, which is cancelled before it begins. */
    private static List<TestDescriptor> discover() {
        List<TestDescriptor> found = new ArrayList<>();
        PostDiscoveryFilter listing = test -> {
            found.add(test);
            return FilterResult.included("listed");
        };
        CancellationToken cancelled = CancellationToken.create();
        cancelled.cancel();
        new JUnitLauncher(List::of, JUnitLauncher.ALL, List.of(listing), 1).execute(cancelled);
        return found;
    }

    private static Optional<String> behaviour(TestDescriptor test) {
        return test.getSource()
                .filter(MethodSource.class::isInstance)
                .map(method -> Behaviour.of((MethodSource) method, test.getDisplayName()))
                .map(behaviour -> behaviour.group() + "." + behaviour.method());
    }
}
