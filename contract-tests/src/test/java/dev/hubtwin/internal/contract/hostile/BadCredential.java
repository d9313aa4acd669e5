package dev.hubtwin.internal.contract.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Base64;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;

/** The kinds of credential that nobody has; each draws any number of {@code Authorization} headers. */
enum BadCredential {
    ALMOST_A_TOKEN(random -> header(of(random, "token ", "Bearer ", "bearer ", "TOKEN ") + almost(random))),
    NO_TOKEN(random -> header(of(random, "token ", "Bearer ")
            + of(random, "ghp_", "gho_", "ghs_", "github_pat_", "v1.", "")
            + word(random, 1 + random.nextInt(60)))),
    ANOTHER_SCHEME(random -> header(of(
                    random,
                    "Digest ",
                    "Negotiate ",
                    "Basic",
                    "Bearer",
                    "tokentoken ",
                    "Bearer:",
                    "token=",
                    "Bearer\u0000",
                    word(random, 6) + " ",
                    "")
            + HostileTest.OWNER)),
    WHITE_SPACE(random -> header("token "
            + of(
                    random,
                    HostileTest.OWNER.substring(0, 9) + " " + HostileTest.OWNER.substring(9),
                    HostileTest.OWNER + " x",
                    HostileTest.OWNER + "\u00a0",
                    "\u200b" + HostileTest.OWNER,
                    HostileTest.OWNER + "\u000b",
                    HostileTest.OWNER + "," + HostileTest.OWNER))),
    BASIC(random -> header(of(random, "Basic ", "basic ", "BASIC ")
            + base64(of(
                    random,
                    "",
                    ":",
                    "olivia:",
                    "olivia:" + word(random, 20),
                    "olivia:" + almost(random),
                    almost(random) + ":x-oauth-basic",
                    ":" + almost(random),
                    "Iv1.able:",
                    "Iv1.able:wrong",
                    "Iv1.able:able-secre",
                    "Iv1.able:able-secret\u0000",
                    "iv1.ABLE:able-secret",
                    "\u0000:\u0000",
                    ":".repeat(1 + random.nextInt(999)))))),
    BROKEN_BASIC(random -> header("Basic "
            + of(
                    random,
                    "====",
                    "!" + word(random, 10),
                    base64("olivia:" + HostileTest.OWNER).substring(1),
                    base64("olivia:" + HostileTest.OWNER) + "=",
                    "-" + base64("olivia:" + HostileTest.OWNER).substring(1),
                    base64(word(random, 1 + random.nextInt(20_000)))))),
    OVERLONG(random ->
            header(of(random, "token ", "Bearer ") + HostileTest.OWNER + word(random, 1 + random.nextInt(60_000)))),
    TWO_HEADERS(random -> header("token " + almost(random)) + "\r\n"
            + header(of(random, "token " + almost(random), "token " + HostileTest.OWNER))),
    BYTES(random -> header(of(random, "token ", "Bearer ", "Basic ", "") + visible(random, 1 + random.nextInt(200))));

    private final Function<Random, String> headers;

    BadCredential(Function<Random, String> headers) {
        this.headers = headers;
    }

    /** Headers of a request, each character a byte. */
    String draw(Random random) {
        return headers.apply(random);
    }

    private static String header(String value) {
        return "Authorization: " + value;
    }

    private static String of(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** The token of an owner with one character wrong, missing or too many. */
    private static String almost(Random random) {
        StringBuilder token = new StringBuilder(HostileTest.OWNER);
        int at = random.nextInt(token.length());
        switch (random.nextInt(4)) {
            case 0 -> token.setCharAt(at, token.charAt(at) == 'x' ? 'y' : 'x');
            case 1 -> token.deleteCharAt(at);
            case 2 -> token.insert(at, 'x');
            default -> token.replace(at, token.length(), token.substring(at).toUpperCase(Locale.ROOT) + "X");
        }
        return token.toString();
    }

    private static String word(Random random, int length) {
        return draw(random, length, 'a', 'z' + 1);
    }

    private static String visible(Random random, int length) {
        return draw(random, length, 0x80, 0x100);
    }

    private static String draw(Random random, int length, int from, int to) {
        return random.ints(length, from, to)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(ISO_8859_1));
    }
}
