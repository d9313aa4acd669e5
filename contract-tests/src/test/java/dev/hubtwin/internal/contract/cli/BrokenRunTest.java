package dev.hubtwin.internal.contract.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A run that does not go well")
@Tag("slow")
class BrokenRunTest {

    private static final String FEW = "organizations";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final CountDownLatch silence = new CountDownLatch(1);
    private HttpServer server;
    private volatile byte[] body = "{}".getBytes(UTF_8);
    private volatile boolean silent;

    @TempDir
    private Path reports;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", exchange -> {
            try (exchange) {
                if (silent && exchange.getRequestURI().getPath().startsWith("/org")) {
                    silence.await();
                }
                exchange.getResponseHeaders().add("Content-Type", "application/json; charset=utf-8");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        silence.countDown();
        server.stop(0);
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private int run(PrintStream console, String... more) {
        List<String> args = new ArrayList<>(List.of("--base-url", url(), "--tag", FEW, "--report", reports.toString()));
        args.addAll(List.of(more));
        return ContractCommand.run(
                args.toArray(String[]::new), Map.of(), console, new PrintStream(err, true, UTF_8), Clock.systemUTC());
    }

    private JsonNode report() throws IOException {
        return new ObjectMapper().readTree(reports.resolve("report.json").toFile());
    }

    @Test
    @DisplayName("is not ended by bodies that are longer than what is read: each is a failure that says so")
    void bearsLongBodies() throws IOException {
        body = ("[" + "{\"login\":\"x\"},".repeat(300_000) + "{}]").getBytes(UTF_8);
        assertEquals(1, run(new PrintStream(out, true, UTF_8)), err::toString);
        assertTrue(
                out.toString(UTF_8).contains("no complete answer came: the body has more than 2 MiB, which is all"),
                out::toString);
        String runs = report().path("groups").toString();
        assertTrue(runs.contains("\"response\":\"200\\ncontent-length"), "status, headers and beginning are told");
        assertTrue(!out.toString(UTF_8).contains("stopped answering"), out::toString);
    }

    @Test
    @DisplayName("tells the first of a million faults")
    void bearsManyFaults() throws IOException {
        body = ("[" + "{},".repeat(300_000) + "{}]").getBytes(UTF_8);
        assertEquals(1, run(new PrintStream(out, true, UTF_8), "--strict", "--rule", "R37"), err::toString);
        assertTrue(report().path("groups").toString().contains("there is more that is not told"), out::toString);
        assertTrue(report().at("/counts/failed").asInt() > 0);
    }

    @Test
    @DisplayName("is reported when it breaks off, with 2 and a line that says why")
    void isReportedWhenItBreaksOff() throws IOException {
        PrintStream full = new PrintStream(out, true, UTF_8) {
            @Override
            public PrintStream printf(String format, Object... args) {
                throw new OutOfMemoryError("a full heap\u001b");
            }
        };
        assertEquals(2, run(full));
        assertEquals(
                "contract-tests: The run broke off: java.lang.OutOfMemoryError: a full heap\\u001b\n",
                err.toString(UTF_8));
        assertTrue(report().path("ended_early").asText().startsWith("The run broke off"));
    }

    @Test
    @DisplayName("is reported when it is interrupted, before the process ends")
    void isReportedWhenInterrupted() throws Exception {
        silent = true;
        Process runner = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ContractCommand.class.getName(),
                        "--base-url",
                        url(),
                        "--tag",
                        FEW,
                        "--report",
                        reports.toString())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader console = runner.inputReader(UTF_8)) {
            String line = console.readLine();
            while (line != null && !line.contains("[ 1/")) {
                line = console.readLine();
            }
            runner.toHandle().destroy(); // the console stays open
            silence.countDown();
            console.lines().forEach(told -> {});
        }
        assertTrue(runner.waitFor(60, TimeUnit.SECONDS));
        assertEquals(128 + 15, runner.exitValue());
        assertEquals("The run was interrupted", report().path("ended_early").asText());
        assertTrue(Files.exists(reports.resolve("report.html")) && Files.exists(reports.resolve("junit.xml")));
    }
}
