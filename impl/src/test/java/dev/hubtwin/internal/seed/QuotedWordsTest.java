package dev.hubtwin.internal.seed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.internal.text.Excerpt;
import dev.hubtwin.seed.Seed;
import dev.hubtwin.seed.SeedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A seed that is refused is quoted by the wrong word alone,")
class QuotedWordsTest {

    private static final String SECRET = "ghp_thisStandsElsewhereInTheFile";
    private static final String LONG = "w".repeat(100_000);

    /** Where the file says WORD there is a word that is wrong. */
    static Stream<String> documents() {
        return Stream.of(
                "WORD: 1",
                "{\"WORD\": 1, \"WORD\": 2}",
                "{\"a\": [{\"WORD\": {\"x\": 1, \"x\": 2}}]}",
                "WORD",
                "[WORD]",
                "users: [{login: olivia, WORD: 1}]",
                "users: [{login: olivia, type: WORD}]",
                "users: [{login: 'WORD'}]",
                "signed_in: WORD",
                "users: [{login: olivia, created_at: WORD}]",
                "users: [{login: olivia, email: {WORD: 1}}]",
                "users: {WORD: olivia}",
                "organizations: [{login: acme, members: [{login: WORD}]}]",
                "organizations: [{login: acme, teams: [{name: a, members: [{login: WORD}]}]}]",
                "repositories: [{owner: WORD, name: a}]",
                "settings: {clock: WORD}",
                "settings: {public_url: WORD}",
                "settings: {rate_limit: WORD}",
                "settings: {deliver_to: WORD}",
                "tokens: [{token: t, user: WORD}]",
                "tokens: [{token: t, kind: WORD}]",
                "tokens: [{token: t, kind: user_to_server, app: WORD}]",
                "tokens: [{token: t, user: olivia, scopes: [WORD]}]",
                "users: [{login: olivia}]\napps: [{slug: a, owner: olivia, private_key: WORD}]",
                "users: [{login: olivia}]\napps: [{slug: a, owner: olivia, private_key_file: WORD}]",
                "users: [{login: olivia}]\napps: [{slug: a, owner: olivia, permissions: {WORD: read}}]",
                "users: [{login: olivia}]\napps: [{slug: a, owner: olivia, permissions: {members: WORD}}]",
                "users: [{login: olivia}]\napps: [{slug: a, owner: olivia, events: [WORD]}]",
                "users: [{login: olivia}, {login: OLIVIA, name: WORD}]",
                "oauth_apps: [{client_id: WORD, client_secret: a}, {client_id: WORD, client_secret: a}]",
                "counters: {WORD: 1}",
                "users: [&WORD {login: olivia}, *WORD]",
                "users: [{login: olivia}\n\tWORD",
                "{\"users\": [WORD",
                "{\"users\": \"WORD");
    }

    @ParameterizedTest
    @MethodSource("documents")
    @DisplayName("cut at 80 characters")
    void isCut(String document) {
        String message = refusal("# " + SECRET + "\n" + document.replace("WORD", LONG));
        if (message != null) {
            assertFalse(message.contains("w".repeat(81)), message.substring(0, Math.min(message.length(), 1_000)));
            assertTrue(message.length() < 600, () -> message.length() + " characters: " + message.substring(0, 600));
            assertFalse(message.contains("ghp_"), message);
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    @DisplayName("with what a terminal would act on escaped")
    void isEscaped(String document) {
        String word = "\\u001b[31m\\u202ered";
        boolean isJson = document.startsWith("{\"");
        String message = refusal(document.replace("'", "").replace("WORD", isJson ? word : '"' + word + '"'));
        if (message != null) {
            assertTrue(message.chars().noneMatch(c -> Character.isISOControl(c) || c == 0x202e), message);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "word | word",
                "a\u001bb | a\\u001bb",
                "a\u202eb | a\\u202eb",
                "\uD83D\uDE80 | \uD83D\uDE80",
                "l\u00e4 | l\u00e4"
            })
    @DisplayName("and shown as it is otherwise")
    void isShown(String word, String shown) {
        assertEquals(shown, Excerpt.cut(word));
    }

    @Test
    @DisplayName("80 characters being the whole of it")
    void hasAtMost80Characters() {
        assertEquals("x".repeat(80), Excerpt.cut("x".repeat(80)));
        assertEquals("x".repeat(79) + "\u2026", Excerpt.cut("x".repeat(81)));
        assertEquals(79, Excerpt.cut("\u0000".repeat(99)).length());
    }

    @Test
    @DisplayName("and a name of a file that no system could have is refused like one that is not there")
    void takesAnyNameOfAFile(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("seed.yaml");
        Files.writeString(file, "users: [{login: a}]\napps: [{slug: a, owner: a, private_key_file: \"a\\0b\"}]");
        SeedException e = assertThrows(SeedException.class, () -> SeedCodec.read(Seed.read(file), Instant.EPOCH));
        assertEquals(
                "line 2, apps[0].private_key_file: \"a\\u0000b\" cannot be read; expected a file beside the seed file",
                e.getMessage());
    }

    /** What is said of a document; null if it is taken. */
    private static String refusal(String document) {
        try {
            SeedCodec.read(document, null, Instant.EPOCH);
            return null;
        } catch (SeedException e) {
            return e.getMessage();
        }
    }
}
