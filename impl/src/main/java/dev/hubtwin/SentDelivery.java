package dev.hubtwin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hubtwin.internal.control.DeliveryViews;
import dev.hubtwin.internal.control.model.DeliveryStatus;
import dev.hubtwin.internal.delivery.Delivery;
import dev.hubtwin.internal.delivery.DeliveryResult;
import dev.hubtwin.internal.delivery.WebhookRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * Something sent to a webhook, as it was sent: nothing is masked.
 *
 * @param id counted from 1 in its world
 * @param guid as {@code X-GitHub-Delivery} has it; a redelivery has that of what it repeats
 * @param event as {@code X-GitHub-Event} has it
 * @param action of the payload; null for an event that has none
 * @param status what became of it
 * @param url where it went; null while it is not written
 * @param headers by names in any case
 * @param body the very bytes that were signed and sent
 * @param answer the status of the answer; null if there was none
 * @param error why there was none; null if there was one
 */
public record SentDelivery(
        long id,
        String guid,
        boolean redelivery,
        String event,
        String action,
        DeliveryStatus status,
        String url,
        Map<String, String> headers,
        byte[] body,
        Integer answer,
        String error) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FORM = "payload=";

    static SentDelivery of(Delivery delivery) {
        WebhookRequest letter = delivery.letter();
        DeliveryResult outcome = delivery.outcome();
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(letter == null ? Map.of() : letter.headers());
        return new SentDelivery(
                delivery.id(),
                delivery.guid(),
                delivery.redelivery(),
                delivery.topic().word(),
                delivery.action(),
                DeliveryViews.status(delivery),
                letter == null ? null : letter.url(),
                headers,
                letter == null ? new byte[0] : letter.body().clone(),
                outcome == null || outcome.answer() == null
                        ? null
                        : outcome.answer().status(),
                outcome == null ? null : outcome.error());
    }

    /** What it tells, whether it was sent as JSON or as a form. */
    public JsonNode payload() {
        String text = new String(body, StandardCharsets.UTF_8);
        String json =
                text.startsWith(FORM) ? URLDecoder.decode(text.substring(FORM.length()), StandardCharsets.UTF_8) : text;
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException("a payload is JSON", e);
        }
    }

    /** The value of a header, by its name in any case; null without it. */
    public String header(String name) {
        return headers.get(name);
    }
}
