package dev.hubtwin.internal.spec.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A scan for secrets")
class SecretScannerTest {

    private static final double MOST_STEPS = 20;

    /** What secrets are made of, and what stands around them. */
    private static final List<String> PARTS = List.of(
            "?",
            "?_",
            "&",
            "=",
            "token=",
            "code=",
            "\"",
            "\\",
            "\\\"",
            "'",
            "'\"$A",
            "'\"$A\"'",
            "\"token\":\"",
            "\"token\"",
            "\"token\" :",
            "\"otp\":1",
            "gh",
            "ghp_",
            "github_pat_",
            "eyJ",
            "eyJa.",
            "eyJa.b",
            ".",
            "a",
            "-",
            "-----",
            "-----BEGIN",
            "-----BEGIN KEY-----",
            "-----END",
            "://",
            ":",
            "/",
            "@",
            "u:p@",
            "basic",
            "Basic ",
            "basic+",
            "%20",
            "%2B",
            "\\/",
            " ",
            "\n",
            "*",
            "aWQ6c2VjcmV0",
            "{",
            "é",
            "\0");

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "use ghp_abc or github_pat_x1y | use <> or <>",
                "see http://u:p@s@h/x?token=a&code=1&page=2#x | see http://<>@h/x?token=<>&code=<>&page=2#x",
                "http://x/?client%5Fsecret=a;token%5B%5D=b | http://x/?client%5Fsecret=<>;token%5B%5D=<>",
                "password=hunter2 and code=200 | password=<> and code=200",
                "{\"apiKey\": \"a\\\"b c\", \"n\": 1, \"otp\": 123456} | {\"apiKey\": \"<>\", \"n\": 1, \"otp\": <>}",
                "{\"a\": \"{\\\"token\\\":\\\"x\\\\\\\"y\\\",\\\"b\\\":1}\"} | {\"a\": \"{\\\"token\\\":\\\"<>\\\",\\\"b\\\":1}\"}",
                "\"token\":\"a\\\\\",\"b\":1 | \"token\":\"<>\",\"b\":1",
                "\"ghp_abc/:secret\":\"x\" | \"<>/:secret\":\"<>\"",
                "Basic aWQ6c2VjcmV0Zm9v= | Basic <>",
                "a -----BEGIN RSA PRIVATE KEY-----MII-----END RSA PRIVATE KEY----- z | a <> z",
                "-----BEGIN OPENSSH PRIVATE KEY-----MII' z | <>' z",
                "%20eyJhbGci.eyJpc3Mi.c-d z | %20<> z",
                "\"secret\":\"'\"$SECRET\"'\" \"token\":\"for '\"$TOKEN\"' x\" | \"secret\":\"'\"$SECRET\"'\" \"token\":\"<>\""
            },
            delimiter = '|')
    @DisplayName("finds them in prose, URLs, JSON within JSON, keys and commands")
    void finds(String text, String masked) {
        assertEquals(masked, SecretScanner.replaced(text, found -> "<>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"token_type\":\"bearer\",\"client_id\":\"abc\",\"has_credentials\":\"yes\",\"secret_scanning\":\"on\"",
                "\"secret\":\"********\", https://********@h/ ?token=*** token=&",
                "basic authentication, Basic two-factor, code=200, http://h/a@b, mailto:a@b",
                "ghp_ ghx_abc eyJh.x -----BEGIN PUBLIC KEY-----AB-----END PUBLIC KEY-----",
                "{\"token\": null, \"secret\": true, \"credentials\": {}}"
            })
    @DisplayName("finds nothing in what is not secret or is masked already")
    void leaves(String text) {
        assertEquals(text, SecretScanner.replaced(text, found -> "<>"));
    }

    @Test
    @DisplayName("finds a token among anything")
    void findsAmongAnything() {
        Random random = new Random(18);
        for (int i = 0; i < 20_000; i++) {
            String text = parts(random, 4) + "ghp_NeverNever" + parts(random, 4);
            String masked = SecretScanner.replaced(text, found -> "<>");
            assertFalse(masked.contains("NeverNever"), masked);
        }
    }

    @Test
    @DisplayName("takes as few steps a character in a long text as in a short one, whatever stands in it")
    void isLinear() {
        for (String text : PARTS) {
            assertLinear(text);
        }
        Random random = new Random(18);
        for (int i = 0; i < 1_000; i++) {
            assertLinear(parts(random, 1 + random.nextInt(4)));
        }
        for (int i = 0; i < 500; i++) { // something long between two others
            String[] part = {parts(random, 2), parts(random, 1), parts(random, 2)};
            assertLinear(part[0], part[1], part[2]);
        }
    }

    private static String parts(Random random, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> PARTS.get(random.nextInt(PARTS.size())))
                .collect(Collectors.joining());
    }

    /** What is not linear takes more steps a character the longer the text is. */
    private static void assertLinear(String... parts) {
        for (int length : new int[] {1_000, 10_000}) {
            String text = repeated(parts, length);
            double steps = steps(text) / (double) text.length();
            assertTrue(
                    steps <= MOST_STEPS,
                    () -> steps + " steps for each of " + text.length() + " characters of "
                            + String.join(" | ", parts));
        }
    }

    private static String repeated(String[] parts, int length) {
        return IntStream.range(0, parts.length)
                .mapToObj(i -> parts[i].repeat(length / parts[i].length() + 1))
                .collect(Collectors.joining());
    }

    private static long steps(String text) {
        CountedText counted = new CountedText(text);
        SecretScanner.scan(counted);
        return counted.read;
    }

    /** A text that counts how often a character of it is read. */
    private static final class CountedText implements CharSequence {

        private final String text;
        private long read;

        CountedText(String text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            read++;
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            read += end - start;
            return text.substring(start, end);
        }
    }
}
