package dev.hubtwin.client;

import java.util.Collections;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Gives the elements of a list to a subscriber, as many as it demands. Signals are serial: whoever finds the loop at
 * rest runs it, and whoever finds it running lets it go round once more.
 */
@SuppressWarnings("FutureReturnValueIgnored") // What goes wrong in a step is told by the step.
final class PageSubscription<T> implements Flow.Subscription {

    private final Pages<T> pages;
    private final Flow.Subscriber<? super T> subscriber;
    private final AtomicLong demand = new AtomicLong();
    private final AtomicInteger rounds = new AtomicInteger();
    private volatile boolean over;
    private volatile @Nullable Throwable failure;
    private volatile @Nullable CompletableFuture<ListPage<T>> request;
    private volatile Iterator<T> elements = Collections.emptyIterator();
    private volatile @Nullable Call next;

    PageSubscription(Pages<T> pages, Call first, Flow.Subscriber<? super T> subscriber) {
        this.pages = pages;
        this.next = first;
        this.subscriber = subscriber;
    }

    /** Tells the subscriber of the subscription. */
    void begin() {
        subscriber.onSubscribe(this);
    }

    @Override
    public void request(long more) {
        if (more <= 0) {
            failure = new IllegalArgumentException("at least one element must be demanded");
        } else {
            demand.accumulateAndGet(more, (before, added) -> before + added < 0 ? Long.MAX_VALUE : before + added);
        }
        drain();
    }

    @Override
    public void cancel() {
        over = true;
        CompletableFuture<ListPage<T>> current = request;
        if (current != null) {
            current.cancel(true);
        }
    }

    private void drain() {
        if (rounds.getAndIncrement() > 0) {
            return;
        }
        int seen = 1;
        do {
            round();
            seen = rounds.addAndGet(-seen);
        } while (seen > 0);
    }

    private void round() {
        while (!over && failure == null && demand.get() > 0 && elements.hasNext()) {
            demand.decrementAndGet();
            subscriber.onNext(elements.next());
        }
        if (over) {
            return;
        }
        Throwable failed = failure;
        if (failed != null) {
            over = true;
            subscriber.onError(failed);
        } else if (!elements.hasNext() && request == null) {
            turn();
        }
    }

    private void turn() {
        Call call = next;
        if (call == null) {
            over = true;
            subscriber.onComplete();
        } else if (demand.get() > 0) {
            CompletableFuture<ListPage<T>> asked = pages.getAsync(call);
            request = asked;
            if (over) {
                asked.cancel(true);
            }
            asked.whenComplete((page, failed) -> {
                if (failed == null) {
                    elements = page.iterator();
                    next = page.next().map(call::to).orElse(null);
                } else {
                    failure = failed instanceof CompletionException && failed.getCause() != null
                            ? failed.getCause()
                            : failed;
                }
                request = null;
                drain();
            });
        }
    }
}
