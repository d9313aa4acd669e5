package dev.hubtwin.internal.delivery;

import dev.hubtwin.internal.event.AttributedEvent;
import dev.hubtwin.internal.event.DomainEvent;
import dev.hubtwin.internal.event.WebhookEvent;
import dev.hubtwin.internal.journal.Journal;
import dev.hubtwin.internal.memory.Evictable;
import dev.hubtwin.internal.recording.Recording;
import dev.hubtwin.internal.world.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * What is delivered to webhooks from one world: a queue for each webhook, which keeps the order and holds up nobody
 * else, and a log. It stands beside the world and is not part of its state. A queue is there while something waits in
 * it.
 */
public final class DeliveryQueues implements Evictable {

    static final int QUEUED = 20_000;
    private static final int KEPT = 1_000;

    /** Whether there was room depends on other worlds, too, so it is recorded. */
    private static final String ROOM = "";

    private static final String NO_ROOM = "full";
    private static final System.Logger LOG = System.getLogger(DeliveryQueues.class.getName());

    private final WebhookSender courier;
    private final Supplier<Settings> settings;
    private final LongConsumer budget;
    private final Journal journal;
    private final Map<Subscriber.Lane, Deque<Waiting>> lanes = new HashMap<>();
    private final Map<Long, Delivery> log = new LinkedHashMap<>();
    private long count;
    private long dropped;
    private int waiting;
    private long bytes;
    private long counted;
    private boolean ended;

    /** A delivery, and what writes its letter: on the thread that sends it, not on the one that caused it. */
    private record Waiting(Delivery delivery, Supplier<WebhookRequest> writing) {}

    /**
     * Nothing yet.
     *
     * @param settings those of the world at any moment
     * @param budget hears how many bytes are added to the log, less those that are forgotten
     * @param journal that of the world: nothing is sent before what caused it is kept
     */
    public DeliveryQueues(WebhookSender courier, Supplier<Settings> settings, LongConsumer budget, Journal journal) {
        this.courier = courier;
        this.settings = settings;
        this.budget = budget;
        this.journal = journal;
    }

    /** Takes up an event if webhooks hear of it. */
    public void offer(DomainEvent event) {
        if (event instanceof AttributedEvent caused) {
            SubscriberLookup.of(caused.what()).forEach(receiver -> offer(caused, receiver));
            count();
        }
    }

    /** Tells the budget what the log grew by; holds no lock while it does. */
    private void count() {
        long growth;
        synchronized (this) {
            growth = bytes - counted;
            counted = bytes;
        }
        budget.accept(growth);
    }

    private synchronized void offer(AttributedEvent event, Subscriber to) {
        String guid = Recording.draw(() -> UUID.randomUUID().toString());
        Instant at = settings.get().clock().at(courier.now());
        WebhookEvent what = event.what();
        Delivery delivery = new Delivery(
                ++count,
                guid,
                false,
                what.topic(),
                what.action(),
                what.audience().repository(),
                to,
                at,
                null,
                null);
        if (event.cause().isDelivery()) {
            refuse(delivery);
        } else {
            queue(new Waiting(delivery, () -> WebhookRequest.write(event, to, guid, new HookResponses(this))));
        }
    }

    /**
     * Sends the letter of a delivery once more, under the same GUID.
     *
     * @param at the world's time
     * @param looped whether it was a delivery that asked for it: then it is refused
     */
    public Delivery repeat(Delivery old, Instant at, boolean looped) {
        Delivery again = again(old, at, looped);
        count();
        return again;
    }

    private synchronized Delivery again(Delivery old, Instant at, boolean looped) {
        journal.changing();
        Delivery again = old.again(++count, at);
        if (looped) {
            refuse(again);
        } else {
            queue(new Waiting(again, old::letter));
        }
        return again;
    }

    private void queue(Waiting next) {
        if (ended) {
            return;
        }
        String room = Recording.draw(() -> waiting < QUEUED && courier.hasRoom() ? ROOM : NO_ROOM);
        if (room.equals(NO_ROOM)) {
            drop(next.delivery());
        } else {
            enqueue(next);
        }
    }

    private void enqueue(Waiting next) {
        waiting++;
        courier.reserve();
        keep(next.delivery());
        Subscriber.Lane lane = next.delivery().receiver().lane();
        Deque<Waiting> queue = lanes.get(lane);
        if (queue == null) {
            lanes.put(lane, new ArrayDeque<>(List.of(next)));
            serveSoon(lane);
        } else {
            queue.add(next);
        }
    }

    /** The first one is said at once, and after that every thousandth. */
    private void drop(Delivery delivery) {
        keepEnded(delivery.with(DeliveryResult.dropped(waiting + " deliveries of this world wait already")));
        if (dropped++ % KEPT == 0) {
            LOG.log(System.Logger.Level.WARNING, waiting + " deliveries to webhooks wait; dropped so far: " + dropped);
        }
    }

    private void refuse(Delivery delivery) {
        if (!ended) {
            keepEnded(delivery.with(courier.refuse("a delivery caused it, and a loop of deliveries would not end")));
        }
    }

    private void keepEnded(Delivery delivery) {
        courier.count(delivery.outcome());
        keep(delivery);
    }

    private void keep(Delivery delivery) {
        Delivery before = log.put(delivery.id(), delivery);
        bytes += delivery.bytes() - (before == null ? 0 : before.bytes());
        forgetDownTo(KEPT);
    }

    private void forgetDownTo(int most) {
        for (Iterator<Delivery> oldest = log.values().iterator(); log.size() > most; ) {
            bytes -= oldest.next().bytes();
            oldest.remove();
        }
    }

    @Override
    public synchronized long bytes() {
        return bytes;
    }

    @Override
    public synchronized void evictHalf() {
        forgetDownTo(log.size() / 2);
    }

    private void serveSoon(Subscriber.Lane lane) {
        journal.whenDurable(() -> courier.queue(() -> serve(lane)), () -> {});
    }

    /** Sends the first one of a queue, then lets others have their turn. */
    private void serve(Subscriber.Lane lane) {
        Waiting first = first(lane);
        if (first != null) {
            Delivery sent = send(first);
            DeliveryDeed deed = new DeliveryDeed(lane, sent.id(), sent.outcome());
            if (journal.alone(() -> deed, () -> finish(lane, sent))) {
                serveSoon(lane);
            }
            count();
        }
    }

    private synchronized Waiting first(Subscriber.Lane lane) {
        return lanes.containsKey(lane) ? lanes.get(lane).peek() : null;
    }

    private Delivery send(Waiting first) {
        Delivery delivery = first.delivery();
        try {
            Delivery written = delivery.written(first.writing().get());
            boolean checked = !written.receiver().config().insecureSsl().equals("1");
            return written.with(
                    courier.carry(written.letter(), checked, settings.get().deliverTo()));
        } catch (RuntimeException e) {
            if (!isEnded()) {
                LOG.log(System.Logger.Level.ERROR, "a delivery failed", e);
            }
            return delivery.with(DeliveryResult.failed("it could not be sent", null));
        }
    }

    /** Whether it is over; connections are closed then, even while something is sent. */
    private synchronized boolean isEnded() {
        return ended;
    }

    /** Whether more waits. */
    private synchronized boolean finish(Subscriber.Lane lane, Delivery sent) {
        courier.count(sent.outcome());
        Delivery before = log.replace(sent.id(), sent);
        bytes += before == null ? 0 : sent.bytes() - before.bytes();
        if (ended) {
            return false;
        }
        journal.changing();
        waiting--;
        courier.release(1);
        if (waiting == 0) {
            notifyAll();
        }
        lanes.get(lane).poll();
        if (lanes.get(lane).isEmpty()) {
            lanes.remove(lane);
        }
        return lanes.containsKey(lane);
    }

    /** The last ones, the newest last. */
    public synchronized List<Delivery> all() {
        return new ArrayList<>(log.values());
    }

    /** The last ones to a webhook of which something has become, the newest first. */
    public synchronized List<Delivery> ended(Subscriber.Lane webhook) {
        List<Delivery> ended = new ArrayList<>(log.values());
        ended.removeIf(one -> one.outcome() == null || !one.receiver().lane().equals(webhook));
        Collections.reverse(ended);
        return ended;
    }

    /**
     * Waits until nothing is left to deliver; what a change causes is there as soon as the change is made.
     *
     * @param most how long at most
     * @return how many are left
     */
    public synchronized int rest(Duration most) throws InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        for (long left = most.toNanos(); waiting > 0 && left > 0; left = end - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return waiting;
    }

    /** How many are left to deliver. */
    public synchronized int waiting() {
        return waiting;
    }

    /** The one with the id, if it is kept. */
    public synchronized Optional<Delivery> found(long id) {
        return Optional.ofNullable(log.get(id));
    }

    /**
     * All of this at one moment.
     *
     * @param count how many there were since the last reset
     * @param log the last ones, the newest last
     * @param waiting writes those of them that wait, in their order
     */
    public record Image(long count, List<Delivery> log, List<Supplier<Delivery>> waiting) {}

    /** Returns all of this as it is now. */
    public synchronized Image image() {
        List<Supplier<Delivery>> written = lanes.values().stream()
                .flatMap(Deque::stream)
                .sorted(Comparator.comparingLong(one -> one.delivery().id()))
                .<Supplier<Delivery>>map(
                        one -> () -> one.delivery().written(one.writing().get()))
                .toList();
        return new Image(count, List.copyOf(log.values()), written);
    }

    /** Takes up what was taken up elsewhere; {@link #resume} sends what waits. */
    public synchronized void restore(Image image) {
        image.log().forEach(this::keep);
        image.waiting().stream().map(Supplier::get).forEach(one -> enqueue(new Waiting(one, one::letter)));
        count = image.count();
    }

    /** Notes once more what became of a delivery, which is not sent again. */
    public void restore(DeliveryDeed deed) {
        Waiting first = first(deed.lane());
        if (first == null || first.delivery().id() != deed.id()) {
            throw new IllegalStateException("delivery " + deed.id() + " does not wait");
        }
        finish(deed.lane(), first.delivery().written(first.writing().get()).with(deed.outcome()));
    }

    /** Sends what waits after a world was rebuilt, each webhook's in its order. */
    public void resume() {
        List<Subscriber.Lane> all;
        synchronized (this) {
            all = List.copyOf(lanes.keySet());
        }
        all.forEach(this::serveSoon);
    }

    /** Drops what waits, and takes up nothing any more; says how much has not been sent. */
    public synchronized int end() {
        ended = true;
        lanes.clear();
        int unsent = waiting;
        courier.release(unsent);
        waiting = 0;
        notifyAll();
        return unsent;
    }
}
