package dev.hubtwin.internal.contract.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hubtwin.Twin;
import dev.hubtwin.internal.contract.support.DemoTwinTestBase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that nobody watches, against a twin that fails where the test says so. */
@DisplayName("In CI, the runner")
class CiOptionsTest extends DemoTwinTestBase {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-12-01T00:00:00Z"), ZoneOffset.UTC);
    private static final String RULE = "R37";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private Path names;

    @BeforeEach
    void name() throws IOException {
        names = Files.writeString(folder.resolve("names.yaml"), "organization: acme\n");
    }

    @AfterEach
    void heal() {
        twin.world().faults().clear();
    }

    private static void breakLists() {
        twin.world().faults().add(fault -> fault.operations("orgs/list").status(500));
    }

    private int run(Map<String, String> environment, String... more) {
        return runAt(twin.url(), environment, more);
    }

    private int runAt(String url, Map<String, String> environment, String... more) {
        List<String> args = new ArrayList<>(
                List.of("--base-url", url, "--config", names.toString(), "--no-strict", "--rule", RULE));
        args.addAll(List.of(more));
        PrintStream console = new PrintStream(out, true, UTF_8);
        return ContractCommand.run(args.toArray(String[]::new), environment, console, console, CLOCK);
    }

    private String said() {
        return out.toString(UTF_8);
    }

    @Test
    @DisplayName("passes what a written baseline knows, fails of the rest, and names what is gone")
    void knows() throws IOException {
        breakLists();
        Path known = folder.resolve("known.yaml");
        assertEquals(1, run(Map.of()), this::said);
        assertEquals(0, run(Map.of(), "--write-baseline", known.toString()), this::said);
        assertTrue(Files.readString(known).contains("- finding: status:500@orgs/list\n"), Files.readString(known));
        out.reset();
        assertEquals(0, run(Map.of(), "--baseline", known.toString(), "--report", folder.toString()), this::said);
        assertTrue(
                said().contains("Known\n     1  GET /organizations: the status is 500, which is not described\n"),
                this::said);
        String junit = Files.readString(folder.resolve("junit.xml"));
        assertTrue(junit.contains("failures=\"0\"") && junit.contains("<skipped message=\"known: "), junit);
        Files.writeString(known, "known: [{rule: R105, reason: other, until: 2026-11-30}]");
        out.reset();
        assertEquals(1, run(Map.of(), "--baseline", known.toString()), this::said);
        assertTrue(said().contains("No longer ignored, the time is over\n  R105 (until 2026-11-30)\n"), this::said);
    }

    @Test
    @DisplayName("refuses a baseline that cannot be read or written before it runs anything")
    void refusesABaseline() {
        assertEquals(2, run(Map.of(), "--baseline", "/nonexistent.yaml"));
        assertEquals(2, run(Map.of(), "--write-baseline", "/nonexistent/known.yaml"));
        assertEquals(
                "contract-tests: /nonexistent.yaml: there is no such file\n"
                        + "contract-tests: no baseline can be written to /nonexistent/known.yaml\n",
                said());
    }

    @Test
    @DisplayName("lists what would run, without a server")
    void lists() {
        PrintStream console = new PrintStream(out, true, UTF_8);
        assertEquals(
                0, ContractCommand.run(new String[] {"--list", "--rule", RULE}, Map.of(), console, console, CLOCK));
        assertTrue(
                said().contains(
                                "OrganizationsContract.OnAnyServer.beginsAfter  GET /organizations with since gives ids "
                                        + "above that one only (R37)\n"),
                this::said);
        assertTrue(said().lines().allMatch(line -> line.contains(RULE)), this::said);
    }

    @Test
    @DisplayName("lists less for a profile that promises less")
    void listsAProfile() {
        CapturedCommand all = CapturedCommand.run("--list", "--tag", "meta", "--profile", "additions");
        CapturedCommand documented = CapturedCommand.run("--list", "--tag", "meta", "--profile", "documented");
        assertEquals(0, all.status() + documented.status(), documented.complaint());
        assertTrue(documented.said().lines().count() < all.said().lines().count(), documented::said);
    }

    @Test
    @DisplayName("ends at the first finding on demand")
    void failsFast() {
        breakLists();
        PrintStream console = new PrintStream(out, true, UTF_8);
        String[] args = {
            "--base-url",
            twin.url(),
            "--config",
            names.toString(),
            "--tag",
            "organizations",
            "--fail-fast",
            "--no-strict"
        };
        assertEquals(1, ContractCommand.run(args, Map.of(), console, console, CLOCK), this::said);
        assertTrue(said().contains("  The run ends at the first finding, in: GET /organizations"), this::said);
        assertTrue(said().contains(" 1 failed") || said().contains(" 1 not judged"), this::said);
        assertTrue(said().contains("not run because the run ended before it"), this::said);
    }

    @Test
    @DisplayName("repeats what failed; what passes then is flaky, and no failure")
    void repeats() {
        twin.world()
                .faults()
                .add(fault -> fault.operations("orgs/list").status(500).times(1));
        assertEquals(0, run(Map.of(), "--retries", "2"), this::said);
        assertTrue(said().contains("  Retry 1 of what failed: 1\n"), this::said);
        assertTrue(
                said().contains("Flaky: failed, and passed when repeated\n  GET /organizations with since"),
                this::said);
        assertTrue(said().contains("0 failed, 1 flaky, "), this::said);
        out.reset();
        breakLists();
        assertEquals(1, run(Map.of(), "--retries", "2"), this::said);
        assertTrue(said().contains("  Retry 2 of what failed: 1\n"), this::said);
    }

    @Test
    @DisplayName("annotates and summarizes in a job of GitHub, and prints no colours unless it is asked to")
    void tellsGitHub() throws IOException {
        breakLists();
        Path summary = folder.resolve("summary.md");
        Map<String, String> job =
                Map.of("GITHUB_ACTIONS", "true", "GITHUB_STEP_SUMMARY", summary.toString(), "NO_COLOR", "1");
        assertEquals(1, run(job), this::said);
        assertTrue(
                said().contains("\n::error title=GET /organizations%3A the status is 500%2C which is not described::"
                        + "status:500@orgs/list, in scenarios: 1\n"),
                this::said);
        assertTrue(
                Files.readString(summary)
                        .contains("| 1 | GET /organizations: the status is 500, which is not described | "
                                + "status:500\\@orgs/list |\n"),
                Files.readString(summary));
        assertFalse(said().contains("\u001b["), this::said);
        assertEquals(1, run(job, "--colour", "always"));
        assertTrue(said().contains("\u001b[31m"), this::said);
    }

    @Test
    @DisplayName("writes JUnit's XML with the same names at every URL, and a badge")
    void namesDoNotChange() throws IOException {
        breakLists();
        run(Map.of(), "--report", folder.toString());
        List<String> first = cases();
        try (Twin other = Twin.start()) {
            runAt(
                    other.url() + "/api/v3",
                    Map.of(),
                    "--report",
                    folder.resolve("x").toString());
        }
        String badge = new ObjectMapper()
                .readTree(folder.resolve("badge.json").toFile())
                .toString();
        assertEquals("{\"schemaVersion\":1,\"label\":\"contract\",\"message\":\"1 finding\",\"color\":\"red\"}", badge);
        Files.copy(
                folder.resolve("x/junit.xml"),
                folder.resolve("junit.xml"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertEquals(first, cases());
        assertTrue(first.size() > 1, first::toString);
    }

    private List<String> cases() throws IOException {
        return Pattern.compile("<testcase classname=\"[^\"]*\" name=\"[^\"]*\"")
                .matcher(Files.readString(folder.resolve("junit.xml")))
                .results()
                .map(MatchResult::group)
                .toList();
    }
}
