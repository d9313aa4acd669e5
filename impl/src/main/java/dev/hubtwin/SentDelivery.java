package dev.hubtwin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hubtwin.client.control.model.DeliveryStatus;
import dev.hubtwin.internal.control.DeliveryViews;
import dev.hubtwin.internal.delivery.Delivery;
import dev.hubtwin.internal.delivery.DeliveryResult;
import dev.hubtwin.internal.delivery.WebhookRequest;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A delivery to a webhook, as it was sent; nothing is masked.
 *
 * @param id counts from 1 in its world
 * @param guid the value of {@code X-GitHub-Delivery} (R123); a redelivery has that of the delivery it repeats
 * @param redelivery whether it repeats another delivery
 * @param event the value of {@code X-GitHub-Event}, such as {@code organization}
 * @param action the action in the payload, such as {@code member_invited}; null if the event has none
 * @param status what has become of it
 * @param url where it was sent; null if it was not written yet
 * @param headers the headers that were sent, found by name in any case
 * @param body the bytes that were sent, and signed if the webhook has a secret (R112); empty if it was not written yet
 * @param responseStatus the status of the response; null if there was none
 * @param error why there was no response; null if there was one, or if it still waits
 */
public record SentDelivery(
        long id,
        String guid,
        boolean redelivery,
        String event,
        @Nullable String action,
        DeliveryStatus status,
        @Nullable String url,
        Map<String, String> headers,
        byte[] body,
        @Nullable Integer responseStatus,
        @Nullable String error) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static SentDelivery of(Delivery delivery) {
        WebhookRequest request = delivery.letter();
        DeliveryResult result = delivery.outcome();
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(request == null ? Map.of() : request.headers());
        return new SentDelivery(
                delivery.id(),
                delivery.guid(),
                delivery.redelivery(),
                delivery.topic().word(),
                delivery.action(),
                DeliveryStatus.of(DeliveryViews.status(delivery).text()),
                request == null ? null : request.url(),
                Collections.unmodifiableMap(headers),
                request == null ? new byte[0] : request.body().clone(),
                result == null || result.answer() == null
                        ? null
                        : result.answer().status(),
                result == null ? null : result.error());
    }

    /** Returns the payload as JSON, whether it was sent as JSON or as a form; empty if it was not written yet. */
    public String json() {
        return WebhookRequest.json(body);
    }

    /**
     * Returns the payload, whether it was sent as JSON or as a form.
     *
     * @return maps, lists, texts, numbers, booleans and null
     * @throws IllegalStateException if the delivery was not written yet
     */
    public Map<String, @Nullable Object> payload() {
        try {
            return JSON.readValue(json(), new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the delivery " + id + " was not written yet", e);
        }
    }

    /** Returns the value of a header that was sent, by its name in any case; null if there is none. */
    public @Nullable String header(String name) {
        return headers.get(name);
    }
}
