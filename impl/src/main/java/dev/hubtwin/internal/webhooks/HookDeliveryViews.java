package dev.hubtwin.internal.webhooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hubtwin.internal.api.model.HookDelivery;
import dev.hubtwin.internal.api.model.HookDeliveryItem;
import dev.hubtwin.internal.api.model.HookDeliveryRequest;
import dev.hubtwin.internal.api.model.HookDeliveryResponse;
import dev.hubtwin.internal.delivery.Delivery;
import dev.hubtwin.internal.delivery.DeliveryResult;
import dev.hubtwin.internal.delivery.WebhookRequest;
import dev.hubtwin.internal.delivery.WebhookUrlMasking;
import dev.hubtwin.internal.rest.Timestamps;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** How deliveries of which something has become look to those who may manage their webhook. */
final class HookDeliveryViews {

    private static final JsonMapper JSON = new JsonMapper();
    private static final double MILLIS = 1_000;

    private HookDeliveryViews() {}

    static HookDeliveryItem item(Delivery delivery) {
        DeliveryResult outcome = delivery.outcome();
        return HookDeliveryItem.builder()
                .id(delivery.id())
                .guid(delivery.guid())
                .deliveredAt(Timestamps.utc(delivery.at()))
                .redelivery(delivery.redelivery())
                .duration(seconds(outcome.took()))
                .status(outcome.summary())
                .statusCode(outcome.code())
                .event(delivery.topic().word())
                .action(delivery.action())
                .installationId(delivery.receiver().installation())
                .repositoryId(delivery.repository())
                .build();
    }

    static HookDelivery full(Delivery delivery) {
        HookDeliveryItem item = item(delivery);
        String url = delivery.receiver().config().url();
        WebhookUrlMasking masking = WebhookUrlMasking.of(url);
        return new HookDelivery(
                item.id(),
                item.guid(),
                item.deliveredAt(),
                item.redelivery(),
                item.duration(),
                item.status(),
                item.statusCode(),
                item.event(),
                item.action(),
                item.installationId(),
                item.repositoryId(),
                masking.mask(url),
                request(delivery.letter(), masking),
                response(delivery.outcome().answer(), masking));
    }

    private static double seconds(Duration took) {
        return took == null ? 0 : took.toMillis() / MILLIS;
    }

    private static HookDeliveryRequest request(WebhookRequest letter, WebhookUrlMasking masking) {
        return letter == null
                ? new HookDeliveryRequest(null, null)
                : new HookDeliveryRequest(
                        new LinkedHashMap<>(masking.mask(letter.headers())), payload(letter, masking));
    }

    private static HookDeliveryResponse response(DeliveryResult.Answer answer, WebhookUrlMasking masking) {
        return answer == null
                ? new HookDeliveryResponse(null, null)
                : new HookDeliveryResponse(
                        new LinkedHashMap<>(masking.mask(answer.headers())), masking.mask(answer.body()));
    }

    /** The only member of a payload that has a credential is the URL that a {@code ping} or a {@code meta} tells. */
    private static Map<String, Object> payload(WebhookRequest letter, WebhookUrlMasking masking) {
        try {
            JsonNode payload = JSON.readTree(WebhookRequest.json(letter.body()));
            if (payload.at("/hook/config") instanceof ObjectNode config) {
                config.put("url", masking.mask(config.path("url").asText()));
            }
            return JSON.convertValue(
                    payload, JSON.getTypeFactory().constructMapType(LinkedHashMap.class, String.class, Object.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a payload can be read", e);
        }
    }
}
