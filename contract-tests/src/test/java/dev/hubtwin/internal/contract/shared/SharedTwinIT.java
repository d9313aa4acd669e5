package dev.hubtwin.internal.contract.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hubtwin.support.PostgresServer;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/operations has, with the programs of this machine: two twins, PostgreSQL, and HAProxy before them. */
@DisplayName("Two processes with one database, behind a proxy")
@Tag("slow")
class SharedTwinIT {

    private static final Path PROXY = Path.of("../docs/operations/haproxy.cfg");
    private static final Path TWIN = Path.of("../impl/target/hubtwin.jar");
    private static final Path RUNNER = Path.of("target/contract-tests.jar");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    private final List<Process> processes = new ArrayList<>();
    private PostgresServer database;
    private String url;

    /** A twin in a process of its own. */
    private record Member(Process process, URI url) {

        String storage() throws IOException, InterruptedException {
            return CLIENT.send(
                            HttpRequest.newBuilder(url.resolve("/_twin/health")).build(), BodyHandlers.ofString())
                    .body();
        }
    }

    @BeforeEach
    void prepare() throws IOException {
        boolean hasProxy = Arrays.stream(
                        (System.getenv("PATH") + File.pathSeparator + "/usr/sbin").split(File.pathSeparator))
                .anyMatch(path -> new File(path, "haproxy").canExecute());
        if (!hasProxy) {
            System.out.println("SKIPPED: two twins behind a proxy. No haproxy in PATH; apt-get install haproxy");
        }
        assumeTrue(hasProxy);
        database = PostgresServer.start();
    }

    @AfterEach
    void stop() throws IOException {
        processes.forEach(process -> process.destroyForcibly().onExit().join());
        if (database != null) {
            database.close();
        }
    }

    @Test
    @DisplayName("are one twin to every scenario, also while the one that owns the worlds is killed")
    void areOne() throws Exception {
        Member owner = member("one");
        Member other = member("two");
        assertTrue(owner.storage().contains("\"owner\":\"self\""), owner.storage());
        assertTrue(other.storage().contains("\"owner_url\":\"" + owner.url() + "\""), other.storage());
        proxy(owner.url(), other.url());
        Path out = folder.resolve("runner.txt");
        Process runner = java(RUNNER, "--base-url", url, "--retries", "3")
                .redirectErrorStream(true)
                .start();
        processes.add(runner);
        List<String> said = new ArrayList<>();
        try (BufferedReader lines = runner.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(line);
                if (line.contains("[20/")) {
                    owner.process().destroyForcibly();
                }
            }
        }
        Files.write(out, said);
        assertEquals(0, runner.waitFor(), String.join("\n", said));
        assertTrue(other.storage().contains("\"owner\":\"self\""), other.storage());
    }

    private Member member(String name) throws IOException {
        Path log = folder.resolve(name + ".txt");
        Process process = java(TWIN, "--port", "0", "--data", database.url())
                .redirectError(log.toFile())
                .start();
        processes.add(process);
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.contains("as api.github.com")) {
                return new Member(process, URI.create(line.replaceAll(".* (http:\\S+)/$", "$1")));
            }
        }
        throw new IOException(Files.readString(log));
    }

    private static ProcessBuilder java(Path jar, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                jar.toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    /** The proxy of the documents, at other addresses; it serves when this returns. */
    private void proxy(URI one, URI two) throws Exception {
        int port;
        try (ServerSocket any = new ServerSocket(0)) {
            port = any.getLocalPort();
        }
        String config = Files.readString(PROXY)
                .replace("bind :8080", "bind 127.0.0.1:" + port)
                .replace("one:8080", one.getAuthority())
                .replace("two:8080", two.getAuthority());
        Path file = Files.writeString(folder.resolve("haproxy.cfg"), config);
        ProcessBuilder haproxy = new ProcessBuilder("haproxy", "-db", "-f", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("haproxy.txt").toFile());
        haproxy.environment().merge("PATH", File.pathSeparator + "/usr/sbin", String::concat);
        Process process = haproxy.start();
        processes.add(process);
        url = "http://127.0.0.1:" + port;
        while (!isServing(process)) {
            Thread.onSpinWait();
        }
    }

    private boolean isServing(Process proxy) throws Exception {
        if (!proxy.isAlive()) {
            throw new IOException(Files.readString(folder.resolve("haproxy.txt")));
        }
        try {
            HttpRequest health =
                    HttpRequest.newBuilder(URI.create(url + "/_twin/health")).build();
            return CLIENT.send(health, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
