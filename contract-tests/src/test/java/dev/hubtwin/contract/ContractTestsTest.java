package dev.hubtwin.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.contract.ScenarioResult.Outcome;
import dev.hubtwin.internal.contract.support.DemoTwinTestBase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** The contract tests as Java calls them. */
@DisplayName("In Java, the contract tests")
class ContractTestsTest extends DemoTwinTestBase {

    @TempDir
    private Path folder;

    @AfterEach
    void heal() {
        twin.world().faults().clear();
    }

    /** Returns contract tests of the twin as of any other server, which runs few of them. */
    private ContractTests few() throws IOException {
        Path names = Files.writeString(folder.resolve("names.yaml"), "organization: acme\n");
        return ContractTests.on(URI.create(twin.url() + "/"))
                .config(names)
                .rules("R37")
                .strict(false);
    }

    private static void breakLists() {
        twin.world().faults().add(fault -> fault.operations("orgs/list").status(500));
    }

    @Test
    @DisplayName("pass a server that keeps it, quietly, and say what ran")
    void pass() {
        ContractResult result = ContractTests.on(twin.url()).rules("R105").run();
        assertDoesNotThrow(result::assertPassed);
        assertTrue(result.hasPassed() && result.findings().isEmpty());
        assertEquals(result.scenarios().size(), result.count(Outcome.PASSED));
        assertTrue(result.scenarios().size() > 5, result::tally);
        assertTrue(result.server().startsWith(twin.url() + " (a twin, in worlds"), result::server);
        result.scenarios().forEach(ScenarioResult::assertPassed);
    }

    @Test
    @DisplayName("fail with what is wrong, and how to see it, in twenty lines at most")
    void fail() throws IOException {
        breakLists();
        ContractResult result = few().run();
        AssertionError error = assertThrows(AssertionError.class, result::assertPassed);
        assertTrue(
                error.getMessage().contains("GET /organizations: the status is 500, which is not described"),
                error::getMessage);
        assertTrue(error.getMessage().lines().count() <= 21, error::getMessage);
        ContractFinding finding = result.freshFindings().get(0);
        assertEquals("status:500@orgs/list", finding.id());
        assertEquals(List.of("orgs/list"), finding.operations());
        assertEquals(1, finding.runs());
        assertFalse(finding.isKnown());
        assertTrue(finding.scenarios().get(0).endsWith("(R37)"), finding::toString);
        assertTrue(finding.request().orElseThrow().startsWith("curl -i "), finding::toString);
        assertTrue(finding.answer().orElseThrow().startsWith("500\n"), finding::toString);
        assertTrue(finding.explanation().contains("was answered 500"), finding::toString);
        ScenarioResult failed = result.withOutcome(Outcome.FAILED).get(0);
        assertThrows(AssertionError.class, failed::assertPassed);
        ScenarioResult skipped = result.withOutcome(Outcome.SKIPPED).get(0);
        assertTrue(skipped.reason().startsWith("needs the control API"), skipped::reason);
    }

    @Test
    @DisplayName("know what a baseline says that they wrote before")
    void know() throws IOException {
        breakLists();
        Path known = folder.resolve("known.yaml");
        assertFalse(few().writeBaseline(known).run().hasPassed());
        ContractResult result = few().baseline(known).run();
        assertDoesNotThrow(result::assertPassed);
        assertTrue(result.findings().get(0).isKnown(), result::toString);
        ScenarioResult broken = result.withOutcome(Outcome.KNOWN).get(0);
        assertDoesNotThrow(broken::assertPassed);
    }

    @Test
    @DisplayName("hand the result to a listener, write reports and tell of the progress where they are asked to")
    void tell() throws IOException {
        List<ContractResult> heard = new ArrayList<>();
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ContractResult result = few().listener(heard::add)
                .report(folder.resolve("report"))
                .output(new PrintStream(said, true, UTF_8))
                .run();
        assertEquals(List.of(result), heard);
        assertTrue(Files.exists(folder.resolve("report/junit.xml")));
        assertTrue(said.toString(UTF_8).startsWith("Contract of " + twin.url() + " (a twin, as any other server)\n"));
        assertTrue(few().scenarios().stream().allMatch(scenario -> scenario.contains("R37")));
    }

    @Test
    @DisplayName("refuse what they cannot run, by the names that the options have in Java")
    void refuse() throws IOException {
        assertRefused(
                "threads takes a number from 1 to 64",
                () -> ContractTests.on(twin.url()).threads(0));
        assertRefused(
                "retries takes a number from 0 to 10",
                () -> ContractTests.on(twin.url()).retries(-1));
        assertRefused(
                "appId must be a number above zero",
                () -> ContractTests.on(twin.url()).appId("pilot"));
        assertRefused(
                "controlToken takes a token", () -> ContractTests.on(twin.url()).controlToken("a b"));
        assertRefused("baseUrl takes a root", () -> ContractTests.on("nonsense"));
        assertRefused(
                "failFast excludes retries", () -> few().failFast().retries(1).run());
        assertRefused("there is no rule R", () -> few().rules("R").run());
        assertRefused(
                "no scenario could run: none fits all the options",
                () -> few().tags("apps").operations("meta/root").run());
        assertRefused(
                "http://localhost:1 cannot be reached",
                () -> ContractTests.on("http://localhost:1").run());
    }

    private static void assertRefused(String why, Executable call) {
        String told = assertThrows(IllegalArgumentException.class, call).getMessage();
        assertTrue(told.startsWith(why), told);
    }
}
