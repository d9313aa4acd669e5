package dev.hubtwin.internal.hosting;

import dev.hubtwin.internal.cache.ResponseCache;
import dev.hubtwin.internal.cache.StateVersions;
import dev.hubtwin.internal.delivery.DeliveryQueues;
import dev.hubtwin.internal.delivery.MailLog;
import dev.hubtwin.internal.event.DomainEvent;
import dev.hubtwin.internal.faults.Faults;
import dev.hubtwin.internal.jetty.ResponseStore;
import dev.hubtwin.internal.memory.Evictable;
import dev.hubtwin.internal.ratelimit.RateLimiter;
import dev.hubtwin.internal.signin.SignIns;
import dev.hubtwin.internal.traffic.RequestLog;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/** What stands beside a world and is not part of its state: a reset makes it anew, a fork begins with its own. */
public record WorldRuntime(
        RateLimiter rateLimiter,
        MailLog mails,
        DeliveryQueues deliveries,
        Faults faults,
        RequestLog requests,
        ResponseCache responses,
        ResponseStore stored,
        StateVersions versions,
        SignIns signIns) {

    /**
     * Nothing but a way to deliver.
     *
     * @param budget hears how many bytes are kept in addition
     * @param changing hears of what belongs to the world before it changes
     */
    WorldRuntime(DeliveryQueues deliveries, LongConsumer budget, Runnable changing) {
        this(
                new RateLimiter(),
                new MailLog(budget),
                deliveries,
                new Faults(changing),
                new RequestLog(budget),
                new ResponseCache(budget),
                new ResponseStore(budget),
                new StateVersions(),
                new SignIns(changing));
    }

    /** What is kept here and can be forgotten when memory is short. */
    Stream<Evictable> evictables() {
        return Stream.of(mails, deliveries, requests, responses, stored);
    }

    /** Takes up what happened. */
    void offer(DomainEvent event) {
        mails.offer(event);
        deliveries.offer(event);
    }
}
