package dev.hubtwin.internal.rest;

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
        StringBuilder token = new StringBuilder(prefix);
        RANDOM.ints(TOKEN_LENGTH, 0, LETTERS.length()).forEach(at -> token.append(LETTERS.charAt(at)));
        return token.toString();
    }

    /** So many hexadecimal digits, an even number. */
    public static String hex(int digits) {
        byte[] bytes = new byte[digits / 2];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
