package dev.hubtwin.internal.contract.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands, read by a shell. */
@DisplayName("Requests as curl commands")
class CurlCommandTest {

    private static final URI AT = URI.create("http://twin.example/orgs/acme?page=1&q=%20'$HOME'");

    @ParameterizedTest
    @DisplayName("A shell hands a body over as it is, whatever stands in it")
    @ValueSource(
            strings = {
                "{\"name\": \"O'Hara & `id` $HOME $(id) \\\" \\\\ !\"}",
                "@/etc/passwd",
                "'; DROP TABLE x; --",
                "日本語 \ud83d\ude00",
                "100 % %s",
                "{}\n",
                "''"
            })
    void quotesBodies(String body) throws Exception {
        List<String> arguments = arguments(CurlCommand.of("PATCH", AT, headers(Map.of()), body.getBytes(UTF_8)));
        List<String> data = arguments.subList(arguments.indexOf("--data-raw") + 1, arguments.size() - 3);
        assertEquals(body.stripTrailing(), String.join("\n", data).stripTrailing());
        assertEquals(List.of("-i", "-X", "PATCH"), arguments.subList(0, 3));
        assertEquals(AT.toString(), arguments.get(arguments.size() - 1));
    }

    @Test
    @DisplayName("Bytes that no command can bear come through a pipe")
    void pipesBytes() throws Exception {
        byte[] body = "a\0b\rc\u00ff%'\\d".getBytes(ISO_8859_1);
        String command = CurlCommand.of("POST", AT, headers(Map.of()), body);
        assertTrue(command.contains(" | curl -i -X POST"), command);
        assertEquals("a\0b\rc\u00ff%'\\d", run(command.replaceFirst("curl .*", "cat"), ISO_8859_1));
    }

    @Test
    @DisplayName("No credential stands in a command, but the variable that it is to be given in")
    void hidesSecrets() throws Exception {
        String command = CurlCommand.of(
                "POST",
                URI.create("http://twin.example/x?t=ghp_olivia"),
                headers(Map.of("Authorization", "Bearer ghu_anna", "X-Odd", "eyJhbGciOiJub25lIn0.eyJpc3MiOjQyNDJ9.")),
                "{\"access_token\": \"0123\", \"client_secret\":\"4567\", \"target\": \"acme\"}".getBytes(UTF_8));
        for (String secret : List.of("ghu_", "ghp_", "eyJ", "0123", "4567")) {
            assertFalse(command.contains(secret), command);
        }
        List<String> arguments = arguments("TOKEN='a b'; ACCESS_TOKEN=one; CLIENT_SECRET=two; " + command);
        assertTrue(arguments.contains("Authorization: Bearer a b"), arguments::toString);
        assertTrue(
                arguments.contains("{\"access_token\": \"one\", \"client_secret\":\"two\", \"target\": \"acme\"}"),
                arguments::toString);
    }

    @Test
    @DisplayName("Each member that is secret has its variable, whatever is in it; the mask of GitHub is sent as it was")
    void namesVariables() throws Exception {
        URI uri = URI.create("http://twin.example/x?q=%20ghs_anna%3DeyJh.eyJi.c");
        String command = CurlCommand.of(
                "PATCH",
                uri,
                headers(Map.of()),
                ("{\"secret\":\"it's\\\"hush\",\"access_token\":\"a\\\"bcd\","
                                + "\"config\":{\"secret\":\"********\"}}")
                        .getBytes(UTF_8));
        for (String secret : List.of("hush", "bcd", "anna", "eyJ")) {
            assertFalse(command.contains(secret), command);
        }
        List<String> arguments = arguments("TOKEN=three; SECRET=one; ACCESS_TOKEN=two; " + command);
        assertTrue(
                arguments.contains(
                        "{\"secret\":\"one\",\"access_token\":\"two\",\"config\":{\"secret\":\"********\"}}"),
                arguments::toString);
        assertTrue(arguments.contains("http://twin.example/x?q=%20three%3Dthree"), arguments::toString);
    }

    @Test
    @DisplayName("Nothing is sent that was not: curl's own headers are taken away")
    void addsNothing() throws Exception {
        List<String> plain = arguments(CurlCommand.of("GET", AT, headers(Map.of()), new byte[0]));
        assertEquals(
                List.of("-i", "-H", "Accept:", "-H", "User-Agent:", "--globoff", "--path-as-is", AT.toString()), plain);
        List<String> head =
                arguments(CurlCommand.of("HEAD", AT, headers(Map.of("User-Agent", "", "Accept", "*/*")), new byte[0]));
        assertEquals(List.of("-i", "--head", "-H", "Accept: */*", "-H", "User-Agent;"), head.subList(0, 6));
    }

    @Test
    @DisplayName("A credential whose owner is known is called after the owner")
    void namesTheOwner() {
        HttpHeaders headers = headers(Map.of("Authorization", "Bearer ghp_olivia"));
        Exchange exchange = new Exchange(
                "GET", AT, headers, new byte[0], HttpAnswer.NONE, new Verdict(Optional.empty(), List.of(), List.of()));
        String command = CurlCommand.of(exchange, text -> text, Map.of("ghp_olivia", "OWNER_TOKEN"));
        assertTrue(command.contains("'Authorization: Bearer '\"$OWNER_TOKEN\""), command);
    }

    private static HttpHeaders headers(Map<String, String> headers) {
        return HttpHeaders.of(
                headers.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue()))),
                (name, value) -> true);
    }

    private static List<String> arguments(String command) throws Exception {
        return run("curl() { printf '%s\\n' \"$@\"; }; " + command, UTF_8)
                .lines()
                .toList();
    }

    private static String run(String script, Charset charset) throws IOException, InterruptedException {
        Process shell =
                new ProcessBuilder("sh", "-c", script).redirectErrorStream(true).start();
        String printed = new String(shell.getInputStream().readAllBytes(), charset);
        assertEquals(0, shell.waitFor(), printed);
        return printed;
    }
}
