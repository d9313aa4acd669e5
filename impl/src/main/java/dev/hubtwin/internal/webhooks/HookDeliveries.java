package dev.hubtwin.internal.webhooks;

import dev.hubtwin.internal.api.model.HookDelivery;
import dev.hubtwin.internal.api.model.HookDeliveryItem;
import dev.hubtwin.internal.delivery.Delivery;
import dev.hubtwin.internal.delivery.DeliveryQueues;
import dev.hubtwin.internal.delivery.Subscriber;
import dev.hubtwin.internal.exchange.RequestContext;
import dev.hubtwin.internal.rest.ApiException;
import java.util.List;
import java.util.Map;

/**
 * The deliveries to one webhook of which something has become, as far as the log of the world has them. It is bounded,
 * and so are these.
 */
public record HookDeliveries(RequestContext exchange, Subscriber.Lane webhook) {

    private static final String VERSION = "v1_";

    /**
     * A part of the list.
     *
     * @param links the {@code Link} header to the other parts; null when there are none
     */
    public record CursorPage(List<HookDeliveryItem> items, String links) {}

    /**
     * A page of the list, the newest first.
     *
     * @param cursor names the delivery with which it begins, or what came before it if that is forgotten; null: the
     *     newest
     */
    public CursorPage page(String cursor, int perPage) {
        List<Delivery> all = queues().ended(webhook);
        int begin = cursor == null ? 0 : begin(all, Long.parseLong(cursor.substring(VERSION.length())));
        int end = Math.min(all.size(), begin + perPage);
        String previous = begin == 0 ? null : cursor(all.get(Math.max(0, begin - perPage)));
        String next = end == all.size() ? null : cursor(all.get(end));
        return new CursorPage(
                all.subList(begin, end).stream().map(HookDeliveryViews::item).toList(),
                exchange.pageLinks().cursors(previous, next));
    }

    private static int begin(List<Delivery> all, long id) {
        return (int) all.stream().takeWhile(delivery -> delivery.id() > id).count();
    }

    private static String cursor(Delivery delivery) {
        return VERSION + delivery.id();
    }

    /**
     * One delivery, whole.
     *
     * @throws ApiException 404 if the webhook has none with the id
     */
    public HookDelivery one(long id) {
        return HookDeliveryViews.full(find(id));
    }

    /**
     * Sends a delivery once more; a request that is a delivery itself is not heard.
     *
     * @return what is answered
     * @throws ApiException 404 if the webhook has none with the id, 422 if nothing of it was written
     */
    public Map<String, Object> repeat(long id) {
        Delivery old = find(id);
        if (old.letter() == null) {
            throw ApiException.of(422, "This delivery was never written: there is nothing to send once more.");
        }
        queues().repeat(old, exchange.now(), exchange.cause().isDelivery());
        return Map.of();
    }

    private Delivery find(long id) {
        return queues().ended(webhook).stream()
                .filter(delivery -> delivery.id() == id)
                .findFirst()
                .orElseThrow(ApiException::notFound);
    }

    private DeliveryQueues queues() {
        return exchange.runtime().deliveries();
    }
}
