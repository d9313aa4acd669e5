package dev.hubtwin.internal.contract.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import dev.hubtwin.Twin;
import dev.hubtwin.internal.contract.http.ControlClient;
import dev.hubtwin.internal.contract.support.DemoTwinTestBase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command line of the runner: what it takes, says, writes and ends with. */
class CommandLineTest extends DemoTwinTestBase {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-12-01T00:00:00Z"), ZoneOffset.UTC);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(Map<String, String> environment, String... args) {
        return ContractCommand.run(
                args, environment, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), CLOCK);
    }

    private String said() {
        return out.toString(UTF_8);
    }

    @Test
    @DisplayName("0 when all that ran passed; the twin is left as it was, without the worlds that were made")
    void endsWithZero() {
        String before = state();
        assertEquals(0, run(Map.of(), "--base-url", twin.url() + "/", "--rule", "R105"), this::said);
        assertTrue(said().contains("in worlds of their own"), this::said);
        assertTrue(
                said().matches("(?s).*\\d+ passed, 0 failed, 0 skipped in \\d+ s\nCoverage: \\d+/46 operations.*"),
                this::said);
        assertEquals(before, state());
        assertEquals(1, worlds());
    }

    private String state() {
        return new ControlClient(URI.create(twin.url() + "/_twin"), Optional.empty())
                .state()
                .toString();
    }

    private int worlds() {
        try (InputStream worlds =
                URI.create(twin.url() + "/_twin/worlds").toURL().openStream()) {
            return new ObjectMapper().readTree(worlds).size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    @DisplayName("1 when something failed: what was expected, and the command that repeats it, are on the console")
    void endsWithOne() throws IOException {
        HttpServer liar = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        liar.createContext("/", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(200, 2);
                exchange.getResponseBody().write("no".getBytes(UTF_8));
            }
        });
        liar.start();
        try {
            assertEquals(
                    1,
                    run(
                            Map.of(),
                            "--base-url",
                            "http://127.0.0.1:" + liar.getAddress().getPort(),
                            "--operation",
                            "orgs/list",
                            "--status",
                            "304"),
                    this::said);
        } finally {
            liar.stop(0);
        }
        assertTrue(said().contains("\n4 findings\n"), this::said);
        assertTrue(said().contains("\n     1  GET /organizations: the body is not JSON\n"), this::said);
        assertTrue(said().contains("  curl -i"), this::said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "| Missing required option: '--base-url=URL'",
                "--base-url nonsense | --base-url takes a root such as https://github.example.com/api/v3, not 'nonsense'",
                "--base-url ftp://a/ | --base-url takes a root such as",
                "--base-url URL --nonsense | Unknown option: '--nonsense'",
                "--base-url URL --threads x | Invalid value for option '--threads'",
                "--base-url URL --seed x | Invalid value for option '--seed'",
                "--base-url http://u:p@localhost:1 | not 'http://…@localhost:1'",
                "--base-url http://nosuch.invalid | there is no such host",
                "--base-url URL/w/nosuch | has no world nosuch",
                "--base-url URL --app-id pilot | --app-id must be",
                "--base-url URL --app-key /nonexistent.pem | --app-key names the file /nonexistent.pem, which cannot be read",
                "--base-url URL --threads 0 | --threads takes a number from 1",
                "--base-url URL --report /dev/null/report | no report can be written to the directory /dev/null/report",
                "--base-url URL --tag apps --operation meta/root | no scenario could run: none fits",
                "--base-url URL --tag campaign | there is no tag campaign; nearest: campaigns",
                "--base-url URL --rule R105 --status 304 | no scenario could run",
                "--base-url URL --config /nonexistent.yaml | /nonexistent.yaml",
                "--base-url http://localhost:1 | http://localhost:1 cannot be reached"
            })
    @DisplayName(
            "2 for a wrong call, for a server that cannot be reached, and when no scenario could run; one line says why")
    void endsWithTwo(String args, String why) {
        assertEquals(
                2,
                run(
                        Map.of(),
                        Stream.of((args == null ? "" : args)
                                        .replace("URL", twin.url())
                                        .split(" "))
                                .filter(arg -> !arg.isEmpty())
                                .toArray(String[]::new)),
                this::said);
        String complaint = err.toString(UTF_8);
        assertTrue(complaint.startsWith("contract-tests: ") && complaint.contains(why), complaint);
        assertEquals(1, complaint.lines().count(), complaint);
    }

    @Test
    @DisplayName("An empty variable says nothing, nor does one that is called as help or version")
    void overlooksWhatIsEmpty() {
        Map<String, String> environment = Map.of(
                "HUBTWIN_TOKEN",
                "",
                "HUBTWIN_REPORT",
                " ",
                "HUBTWIN_CONFIG",
                "",
                "HUBTWIN_THREADS",
                "",
                "HUBTWIN_VERSION",
                "1.2.3",
                "HUBTWIN_HELP",
                "me");
        assertEquals(0, run(environment, "--base-url", twin.url(), "--rule", "R105"), this::said);
        assertTrue(said().contains("in worlds of their own") && !said().contains("Report:"), this::said);
    }

    @Test
    @DisplayName("A control token that can be none is refused, and not repeated")
    void keepsABadControlToken() {
        assertEquals(2, run(Map.of(), "--base-url", twin.url(), "--control-token", "very secret\n"), this::said);
        assertTrue(
                err.toString(UTF_8).contains("--control-token takes a token")
                        && !err.toString(UTF_8).contains("secret"),
                this::said);
    }

    @Test
    @DisplayName("The environment stands in for options, and the command line goes before it")
    void readsTheEnvironment() {
        Map<String, String> environment =
                Map.of("HUBTWIN_BASE_URL", twin.url(), "HUBTWIN_RULE", "R104,R105", "HUBTWIN_TAG", "apps");
        assertEquals(0, run(environment, "--tag", "webhooks"), this::said);
        assertTrue(said().contains("Webhooks") && !said().contains("Apps"), this::said);
    }

    @Test
    @DisplayName("It stops when the server dies, with 2, and says so")
    void stopsWhenTheServerDies() {
        Twin mortal = Twin.start();
        String url = mortal.url();
        PrintStream killer = new PrintStream(out, true, UTF_8) {
            @Override
            public PrintStream printf(String format, Object... args) {
                mortal.close();
                return super.printf(format, args);
            }
        };
        int status = ContractCommand.run(
                new String[] {"--base-url", url, "--threads", "1"}, Map.of(), killer, killer, CLOCK);
        assertEquals(2, status, this::said);
        assertTrue(said().contains(url + " stopped answering"), this::said);
        assertFalse(said().matches("(?s).*\\d\\d failed, .*"), this::said);
    }

    @Test
    @DisplayName("Reports are written into a directory that need not be there yet, and hold the control token nowhere")
    void writesReports(@TempDir Path directory) throws IOException {
        Path reports = directory.resolve("a/b");
        assertEquals(
                0,
                run(
                        Map.of("HUBTWIN_CONTROL_TOKEN", "open-sesame"),
                        "--base-url",
                        twin.url() + "/api/v3",
                        "--operation",
                        "orgs/list",
                        "--status",
                        "304",
                        "--report",
                        reports.toString()),
                this::said);
        JsonNode report =
                new ObjectMapper().readTree(reports.resolve("report.json").toFile());
        assertEquals(0, report.at("/counts/failed").asInt());
        for (String file : new String[] {"report.html", "report.json", "junit.xml"}) {
            assertFalse(Files.readString(reports.resolve(file)).contains("open-sesame"), file);
        }
    }

    @Test
    @DisplayName("2 when the reports cannot be written where they shall be")
    void refusesAFileAsDirectory(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");
        assertEquals(
                2, run(Map.of(), "--base-url", twin.url(), "--rule", "R105", "--report", file.toString()), this::said);
        assertTrue(err.toString(UTF_8).contains(file.toString()), err::toString);
    }

    @Test
    @DisplayName("--help names every option and the exit statuses; --version the version")
    void helps() {
        assertEquals(0, run(Map.of(), "--help"));
        for (String option :
                "--base-url --token --app-id --app-key --client-id --client-secret --control-token --config --tag --operation --status --rule --report --read-only --[no-]strict --[no-]check-config --init --organization"
                        .split(" ")) {
            assertTrue(said().contains(option), option);
        }
        assertEquals(0, run(Map.of(), "--version"));
    }
}
