package dev.hubtwin.internal.contract.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.internal.contract.http.Breach;
import dev.hubtwin.internal.contract.http.CurlCommand;
import dev.hubtwin.internal.contract.http.Exchange;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.http.Verdict;
import dev.hubtwin.internal.contract.result.Behaviour;
import dev.hubtwin.internal.contract.result.Result;
import dev.hubtwin.internal.contract.result.Result.Outcome;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets, however they are written. */
@DisplayName("What is hidden")
class SecretRedactorTest {

    private static final String ODD = "opaque\"\\tok1 <it's>/é";
    private static final SecretRedactor MASKS = new SecretRedactor(List.of(ODD, "client-s3cret"));

    @ParameterizedTest
    @DisplayName("A known secret is hidden in JSON, in JSON within JSON, in an address and in a command")
    @ValueSource(
            strings = {
                ODD,
                "opaque\\\"\\\\tok1 <it's>/é",
                "opaque\\u0022\\u005Ctok1 \\u003cit\\u0027s\\u003e\\/\\u00e9",
                "opaque\\\\\\\"\\\\\\\\tok1 <it's>/é",
                "opaque%22%5Ctok1+%3Cit%27s%3E%2F%C3%A9",
                "opaque%22%5ctok1%20%3cit's%3e/%c3%a9",
                "opaque%2522%255Ctok1%2520<it's>%252F%25C3%25A9",
                "opaque\"\\tok1 <it'\\''s>/é"
            })
    void hidesSpellings(String spelled) {
        assertEquals("a ******** z", MASKS.text("a " + spelled + " z"));
    }

    @ParameterizedTest
    @DisplayName("Base64 in which a known secret is shows nothing of it, wherever it begins")
    @ValueSource(strings = {"", "i", "id", "id:", "Iv1.0123456789:"})
    void hidesBase64(String before) {
        String plain = before + "client-s3cret!";
        for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
            String masked = MASKS.text("\"" + encoder.encodeToString(plain.getBytes(UTF_8)) + "\"");
            assertTrue(masked.matches("\"[\\w+/]{0," + before.length() * 2 + "}\\*{8}[\\w+/=]{0,3}\""), masked);
        }
    }

    @ParameterizedTest
    @DisplayName("Only the scheme is left of Basic credentials, wherever they stand")
    @CsvSource({
        "said Basic aWQ6c2VjcmV0Zm9v=., said Basic ********.",
        "?a=%20basic%20aWQ6c2VjcmV0Zm9v%3D%3D&b, ?a=%20basic%20********&b",
        "Basic  aW\\/Q6c2VjcmV0Zm9v, Basic  ********"
    })
    void hidesBasic(String text, String masked) {
        assertEquals(masked, MASKS.text(text));
        HttpHeaders echo = HttpHeaders.of(Map.of("X-Echo", List.of(text)), (name, value) -> true);
        assertEquals("X-Echo: " + masked + "\n", MASKS.headers(echo));
    }

    @ParameterizedTest
    @DisplayName("What looks like a token or a key is hidden, whatever stands before it, also a key that was cut short")
    @CsvSource({
        "a%20eyJh.eyJi.c-d z, a%20******** z",
        "a%3Dghs_abc%20, a%3D********%20",
        "a\\nghp_abc, a\\n********",
        "a%22github_pat_abc, a%22********",
        "-----BEGIN RSA PRIVATE KEY-----\\nMIIE, ********",
        "a -----BEGIN+KEY-----MIIE-----END+KEY----- z, a ******** z"
    })
    void hidesLooks(String text, String masked) {
        assertEquals(masked, MASKS.text(text));
    }

    @ParameterizedTest
    @DisplayName("A command stays a command, whatever secrets are in what it sends, and also in the midst of a message")
    @ValueSource(
            strings = {
                "{\"target\":\"x\",\"access_token\":\"gho_abcdef\"}",
                "{\"token\":\"for ghp_abcdef \\\" and 'more'\"}",
                "{\"secret\":\"it's\",\"pem\":\"-----BEGIN A-----\"}",
                "{\"note\":\"-----BEGIN A-----\", \"x\":\"it's' -H 'x\"}",
                "\u0001 client-s3cret",
                "ghp_abc'client-s3cret'",
                "{\"token\":\"for ghp_abc"
            })
    void leavesCommands(String body) throws Exception {
        HttpHeaders headers =
                HttpHeaders.of(Map.of("X-Odd", List.of("' -H 'Basic aWQ6c2VjcmV0Zm9v")), (name, value) -> true);
        Exchange exchanged = new Exchange(
                "POST",
                URI.create("http://twin.example/x?q=%20ghp_abc"),
                headers,
                body.getBytes(UTF_8),
                new HttpAnswer(500, headers, new byte[0]),
                new Verdict(Optional.empty(), List.of(Breach.expectation("bad", "bad")), List.of()));
        String bare = CurlCommand.of(exchanged.method(), exchanged.uri(), headers, exchanged.body());
        Behaviour behaviour = new Behaviour("X", "x", "x");
        Failure failure = Failure.of(
                new Result(behaviour, "x", Outcome.FAILED, bare, Optional.empty(), Duration.ZERO, List.of(exchanged)),
                new SecretRedactor(List.of("client-s3cret", "' -H '")));
        String command = failure.exchange().orElseThrow().curl();
        assertReadable(command);
        assertReadable(new SecretRedactor(List.of("client-s3cret")).text(bare));
        for (String secret : List.of("ghp_", "gho_", "client-s3cret", "aWQ6")) {
            assertFalse(command.contains(secret), command);
        }
    }

    @ParameterizedTest
    @DisplayName("Millions of characters are looked through, also those of somebody who is up to no good")
    @ValueSource(
            strings = {
                "eyJ",
                "-----BEGIN A-----",
                "\"token\":\"\\\\a",
                "opaque\\",
                "Basic ",
                "gh",
                "client-s3cre",
                "\\\""
            })
    void bearsMuch(String part) {
        String text = "\"token\":\"" + part.repeat(2_000_000 / part.length());
        assertFalse(MASKS.text(text).isEmpty());
        assertFalse(MASKS.text(text.substring(9)).isEmpty());
    }

    private static void assertReadable(String command) throws Exception {
        Process shell = new ProcessBuilder("sh", "-n", "-c", command)
                .redirectErrorStream(true)
                .start();
        String said = new String(shell.getInputStream().readAllBytes(), UTF_8);
        assertEquals(0, shell.waitFor(), command + "\n" + said);
    }
}
