package dev.hubtwin.internal.forwarding;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A key that the processes of one twin share and nobody else knows. It signs by HMAC-SHA-256. */
public final class ForwardingKey {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int LEAST = 32;

    private final SecretKeySpec key;

    /**
     * A key of these bytes, which are copied.
     *
     * @throws IllegalArgumentException if there are fewer than 32
     */
    public ForwardingKey(byte[] bytes) {
        if (bytes.length < LEAST) {
            throw new IllegalArgumentException("a key of " + bytes.length + " bytes; it takes " + LEAST);
        }
        key = new SecretKeySpec(bytes, ALGORITHM);
    }

    /** Returns the signature of words, none of which has a space. */
    String sign(String... words) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] signature = mac.doFinal(String.join(" ", words).getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    /** Whether it is their signature; takes as long for any that is not. */
    boolean isSignature(String text, String... words) {
        return MessageDigest.isEqual(text.getBytes(UTF_8), sign(words).getBytes(UTF_8));
    }
}
