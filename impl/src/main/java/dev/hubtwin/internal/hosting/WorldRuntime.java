package dev.hubtwin.internal.hosting;

import dev.hubtwin.internal.cache.ResponseCache;
import dev.hubtwin.internal.cache.StateVersions;
import dev.hubtwin.internal.delivery.DeliveryQueues;
import dev.hubtwin.internal.delivery.MailLog;
import dev.hubtwin.internal.event.DomainEvent;
import dev.hubtwin.internal.faults.Faults;
import dev.hubtwin.internal.ratelimit.RateLimiter;
import dev.hubtwin.internal.traffic.RequestLog;

/** What stands beside a world and is not part of its state: a reset makes it anew, a fork begins with its own. */
public record WorldRuntime(
        RateLimiter rateLimiter,
        MailLog mails,
        DeliveryQueues deliveries,
        Faults faults,
        RequestLog requests,
        ResponseCache responses,
        StateVersions versions) {

    /** Nothing but a way to deliver. */
    WorldRuntime(DeliveryQueues deliveries) {
        this(
                new RateLimiter(),
                new MailLog(),
                deliveries,
                new Faults(),
                new RequestLog(),
                new ResponseCache(),
                new StateVersions());
    }

    /** Takes up what happened. */
    void offer(DomainEvent event) {
        mails.offer(event);
        deliveries.offer(event);
    }
}
