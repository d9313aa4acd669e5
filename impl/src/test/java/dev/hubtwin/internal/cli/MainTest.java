package dev.hubtwin.internal.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The command line, as a process")
class MainTest {

    @TempDir
    private Path folder;

    @Test
    void startsOnTheDemoWorldPrintsItsTokensAndEndsWithZeroOnSigterm() throws Exception {
        Process twin = start("--port", "0");
        BufferedReader out = twin.inputReader(StandardCharsets.UTF_8);
        List<String> lines = new ArrayList<>();
        String line = out.readLine();
        while (line != null && !line.startsWith("  ghp_")) {
            lines.add(line);
            line = out.readLine();
        }
        String token = line.strip().split(" +")[0];
        String url = lines.stream()
                .filter(l -> l.contains("as api.github.com"))
                .findFirst()
                .orElseThrow()
                .replaceAll(".* (http:\\S+)/$", "$1");
        assertEquals(200, status(url + "/user", token));
        assertEquals(200, status(url + "/api/v3/user", token));
        twin.destroy();
        assertEquals(0, twin.waitFor());
    }

    @Test
    void servesOverTlsWithACertificateThatItPrints() throws Exception {
        Process twin = start("--port", "0", "--tls-port", "0");
        BufferedReader out = twin.inputReader(StandardCharsets.UTF_8);
        List<String> lines = new ArrayList<>();
        for (String line = out.readLine(); !line.startsWith("-----END"); line = out.readLine()) {
            lines.add(line);
        }
        assertTrue(
                lines.stream().anyMatch(line -> line.matches(".*TLS +https://127\\.0\\.0\\.1:[0-9]+/")),
                lines.toString());
        assertTrue(lines.contains("-----BEGIN CERTIFICATE-----"));
        twin.destroy();
        assertEquals(0, twin.waitFor());
    }

    @Test
    void aSeedThatIsRefusedIsOneLineThatSaysWhere() throws Exception {
        Path seed = Files.writeString(folder.resolve("seed.yaml"), "users:\n  - login: olivia\n  - {login: Olivia}\n");
        assertEquals(
                "hubtwin: line 3, users[1].login:",
                refusal("--seed", seed.toString()).replaceFirst("(login:).*", "$1"));
    }

    @Test
    void aPortInUseIsOneLine() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            String refusal = refusal("--port", Integer.toString(taken.getLocalPort()));
            assertTrue(refusal.startsWith("hubtwin: cannot listen on 127.0.0.1, port "), refusal);
            assertTrue(refusal.endsWith("; another program listens there, and --port 0 takes any free port"), refusal);
        }
    }

    private String refusal(String... arguments) throws IOException, InterruptedException {
        Process process = start(arguments);
        String error = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor() != 0);
        assertEquals(1, error.lines().count(), error);
        return error.strip();
    }

    private Process start(String... arguments) throws IOException {
        return new ProcessBuilder(TwinProcess.command(List.of("-XX:+UseSerialGC", "-Duser.home=" + folder), arguments))
                .start();
    }

    private static int status(String url, String token) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "token " + token)
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
