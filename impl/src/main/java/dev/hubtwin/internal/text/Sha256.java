package dev.hubtwin.internal.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hash SHA-256. */
public final class Sha256 {

    /** A copy of it costs less than to look for who provides it. */
    private static final MessageDigest EMPTY = empty();

    private Sha256() {}

    /** Returns the hash of parts, one behind the other. */
    public static byte[] of(byte[]... parts) {
        try {
            MessageDigest digest = (MessageDigest) EMPTY.clone();
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the SHA-256 of every Java can be copied", e);
        }
    }

    /** Returns the hash of a text in UTF-8, in 64 hexadecimal digits. */
    public static String hex(String text) {
        return HexFormat.of().formatHex(of(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest empty() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
