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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @Test
    void helpGroupsTheOptions() throws Exception {
        String help = new String(start("--help").getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(
                List.of("Where and how long it listens:", "The world it begins with:", "TLS:", "About it:"),
                help.lines().filter(line -> line.matches("\\S.*:")).toList());
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "--nonsense | x | hubtwin: Unknown options: '--nonsense', 'x'",
                "--port | 99999 | hubtwin: 99999 is not a port; expected a number between 0 and 65535",
                "--seed | /nowhere.yaml | hubtwin: the seed /nowhere.yaml cannot be read",
                "--clock | noon | hubtwin: --clock takes a time such as 2026-01-01T00:00:00Z, not 'noon'",
                "--tls-cert | cert.pem | hubtwin: --tls-cert and --tls-key need each other, and --tls-port",
                "--grace | -1 | hubtwin: --grace takes seconds from 0 to 3600, not '-1'",
                "--rate-limit | many | hubtwin: --rate-limit takes a number from 1 to 1000000000, or off, not 'many'",
                "--control-token | '' | hubtwin: the control token is empty or has other characters than visible ASCII; expected one that a header can carry",
                "--max-state | much | hubtwin: --max-state takes a size such as 500000, 64m or 1g, of at most an eighth of the heap",
                "--max-state | 2g | hubtwin: --max-state takes a size such as 500000, 64m or 1g, of at most an eighth of the heap",
                "--deliver-to | moon | hubtwin: --deliver-to takes loopback, private or any, not 'moon'",
                "--public-url | here | hubtwin: --public-url takes a scheme and a host, such as https://github.example.com, not 'here'",
            })
    void aBadOptionIsOneLine(String option, String value, String line) throws Exception {
        assertEquals(line, refusal(option, value));
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
