package dev.hubtwin.internal.rest;

import dev.hubtwin.internal.recording.Recording;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Draws what nobody can guess. A rule draws nothing: this happens before it, outside of any lock. */
public final class RandomTokens {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int TOKEN_LENGTH = 36;

    private RandomTokens() {}

    /**
     * A new token.
     *
     * @param prefix what its kind begins with, such as {@code ghs_}
     */
    public static String token(String prefix) {
        return token(prefix, TOKEN_LENGTH);
    }

    /** A new token with so many letters and digits behind its prefix. */
    public static String token(String prefix, int length) {
        return prefix + text(LETTERS, length);
    }

    /** So many characters, each one of those given. */
    public static String text(String characters, int length) {
        return Recording.draw(() -> {
            StringBuilder text = new StringBuilder(length);
            RANDOM.ints(length, 0, characters.length()).forEach(at -> text.append(characters.charAt(at)));
            return text.toString();
        });
    }

    /** So many hexadecimal digits, an even number. */
    public static String hex(int digits) {
        return Recording.draw(() -> {
            byte[] bytes = new byte[digits / 2];
            RANDOM.nextBytes(bytes);
            return HexFormat.of().formatHex(bytes);
        });
    }
}
