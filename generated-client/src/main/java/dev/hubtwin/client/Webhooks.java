package dev.hubtwin.client;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Checks and reads what GitHub sends to a webhook.
 *
 * <pre>{@code
 * if (!Webhooks.verify(secret, body, header("X-Hub-Signature-256"))) {
 *     return 401;
 * }
 * if (Webhooks.read(header("X-GitHub-Event"), body) instanceof OrganizationEvent event) {
 *     System.out.println(event.getAction());
 * }
 * }</pre>
 */
public final class Webhooks {

    private static final byte[] FORM = "payload=".getBytes(StandardCharsets.US_ASCII);

    private Webhooks() {}

    /**
     * Tells whether whoever sent a body knows the secret of the webhook. It takes the same time for every wrong
     * signature.
     *
     * @param body the bytes as they came
     * @param signature the header {@code X-Hub-Signature-256}; null if there is none
     */
    public static boolean verify(String secret, byte[] body, @Nullable String signature) {
        if (signature == null) {
            return false;
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            String expected = "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
            return MessageDigest.isEqual(
                    expected.getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("there is nothing to sign with", e);
        }
    }

    /**
     * Reads a payload.
     *
     * @param event the header {@code X-GitHub-Event}
     * @param body JSON, or a form with JSON in it
     * @return the event; an {@link UnknownEvent} if the description does not have it
     * @throws IllegalArgumentException if the body is not the payload of an event
     */
    public static WebhookPayload read(String event, byte[] body) {
        try {
            return Json.read(isForm(body) ? unpacked(body) : body, Json.type(EventTypes.of(event)));
        } catch (IOException e) {
            throw new IllegalArgumentException("this is not the payload of an event", e);
        }
    }

    private static boolean isForm(byte[] body) {
        return Arrays.mismatch(body, FORM) == FORM.length;
    }

    private static byte[] unpacked(byte[] form) {
        String payload = new String(form, StandardCharsets.UTF_8).substring(FORM.length);
        return URLDecoder.decode(payload, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
    }
}
