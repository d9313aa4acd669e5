package dev.hubtwin.internal.control;

import dev.hubtwin.internal.control.model.DeliveryAnswer;
import dev.hubtwin.internal.control.model.DeliverySent;
import dev.hubtwin.internal.control.model.DeliveryStatus;
import dev.hubtwin.internal.control.model.DeliveryTarget;
import dev.hubtwin.internal.delivery.Delivery;
import dev.hubtwin.internal.delivery.DeliveryQueues;
import dev.hubtwin.internal.delivery.DeliveryResult;
import dev.hubtwin.internal.delivery.Subscriber.Kind;
import dev.hubtwin.internal.delivery.WebhookRequest;
import dev.hubtwin.internal.delivery.WebhookUrlMasking;
import dev.hubtwin.internal.rest.Timestamps;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Deliveries as the control API shows them. */
public final class DeliveryViews {

    private DeliveryViews() {}

    /** Which ones are asked for; null: whatever it is. */
    record Choice(String event, String status, Long hook, Long app, String guid, Long after) {

        boolean has(Delivery delivery) {
            return is(event, delivery.topic().word())
                    && is(status, DeliveryViews.status(delivery).text())
                    && isOf(hook, false, delivery)
                    && isOf(app, true, delivery)
                    && is(guid, delivery.guid())
                    && (after == null || delivery.id() > after);
        }

        private static boolean is(String wanted, String value) {
            return wanted == null || wanted.equals(value);
        }

        private static boolean isOf(Long wanted, boolean app, Delivery delivery) {
            boolean isOfApp = delivery.receiver().kind() == Kind.INTEGRATION;
            return wanted == null || isOfApp == app && delivery.receiver().hook() == wanted;
        }
    }

    static List<dev.hubtwin.internal.control.model.Delivery> deliveries(DeliveryQueues deliveries, Choice choice) {
        return deliveries.all().stream()
                .filter(choice::has)
                .map(DeliveryViews::delivery)
                .toList();
    }

    static dev.hubtwin.internal.control.model.Delivery delivery(Delivery delivery) {
        DeliveryResult outcome = delivery.outcome();
        WebhookUrlMasking masking =
                WebhookUrlMasking.of(delivery.receiver().config().url());
        return dev.hubtwin.internal.control.model.Delivery.builder()
                .id(delivery.id())
                .guid(delivery.guid())
                .redelivery(delivery.redelivery())
                .event(delivery.topic().word())
                .action(delivery.action())
                .targetType(DeliveryTarget.of(delivery.receiver().kind().word()))
                .targetId(delivery.receiver().target())
                .hookId(delivery.receiver().hook())
                .installationId(delivery.receiver().installation())
                .status(status(delivery))
                .queuedAt(Timestamps.utc(delivery.at()))
                .duration(
                        outcome == null || outcome.took() == null
                                ? null
                                : outcome.took().toMillis())
                .error(outcome == null ? null : outcome.error())
                .request(delivery.letter() == null ? null : sent(delivery.letter(), masking))
                .response(outcome == null || outcome.answer() == null ? null : answer(outcome.answer(), masking))
                .build();
    }

    public static DeliveryStatus status(Delivery delivery) {
        return delivery.outcome() == null
                ? DeliveryStatus.QUEUED
                : DeliveryStatus.of(delivery.outcome().fate().word());
    }

    private static DeliverySent sent(WebhookRequest letter, WebhookUrlMasking masking) {
        return new DeliverySent(
                masking.mask(letter.url()),
                masking.mask(letter.headers()),
                masking.mask(new String(letter.body(), StandardCharsets.UTF_8)));
    }

    private static DeliveryAnswer answer(DeliveryResult.Answer answer, WebhookUrlMasking masking) {
        return new DeliveryAnswer(
                answer.status(), masking.mask(answer.headers()), masking.mask(answer.body()), answer.truncated());
    }
}
