package dev.hubtwin.internal.pages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hubtwin.internal.rest.ApiException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The tokens of forms: what a page showed, sealed by a key that is this server's and dies with it. Who sends one back
 * has read the page, which no foreign site can.
 */
public final class FormToken {

    private static final Duration LIFE = Duration.ofHours(1);
    private static final String ALGORITHM = "HmacSHA256";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SecretKeySpec key;

    /** With the key of a server. */
    public FormToken(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    private record Sealed(List<String> purpose, List<String> content, long until) {}

    /**
     * A token that is good for an hour.
     *
     * @param purpose what it is for, and in which world
     * @param content what the page showed; its elements may be null
     * @param now by the machine's clock
     */
    String seal(List<String> purpose, List<String> content, Instant now) {
        try {
            String text = JSON.writeValueAsString(
                    new Sealed(purpose, content, now.plus(LIFE).getEpochSecond()));
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return base64().encodeToString(bytes) + "." + base64().encodeToString(sign(bytes));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts are JSON", e);
        }
    }

    /**
     * The content of a token.
     *
     * @param token as it came; null if none did
     * @throws ApiException 403 if it was not made here for this purpose, or an hour ago
     */
    List<String> open(List<String> purpose, String token, Instant now) {
        Sealed sealed = token == null ? null : verified(token.split("\\.", -1));
        if (sealed == null || !sealed.purpose().equals(purpose) || now.getEpochSecond() >= sealed.until()) {
            throw ApiException.of(
                    403, "This form is not of this server, or older than an hour. Start again where you came from.");
        }
        return sealed.content();
    }

    /** Null if it is none. */
    private Sealed verified(String[] parts) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(parts[0]);
            byte[] signature = Base64.getUrlDecoder().decode(parts[parts.length - 1]);
            return parts.length == 2 && MessageDigest.isEqual(sign(bytes), signature)
                    ? JSON.readValue(new String(bytes, StandardCharsets.UTF_8), Sealed.class)
                    : null;
        } catch (IllegalArgumentException | JsonProcessingException e) {
            return null;
        }
    }

    private byte[] sign(byte[] bytes) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    private static Base64.Encoder base64() {
        return Base64.getUrlEncoder().withoutPadding();
    }
}
