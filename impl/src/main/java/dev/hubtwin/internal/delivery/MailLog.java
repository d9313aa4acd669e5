package dev.hubtwin.internal.delivery;

import dev.hubtwin.internal.event.DomainEvent;
import dev.hubtwin.internal.event.Mail;
import dev.hubtwin.internal.memory.Evictable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.Predicate;

/** The last mails that were sent, in order. It stands beside a world and is not part of its state. */
public final class MailLog implements Evictable {

    private static final int KEPT = 1_000;
    private static final int OF_A_MAIL = 200;

    /** A mail and its number, counted from 1 since the last reset. */
    public record Sent(long number, Mail mail) {}

    private final LongConsumer budget;
    private final Deque<Sent> kept = new ArrayDeque<>();
    private long count;

    /** Nothing is kept yet; {@code budget} hears how many bytes are added, less those that are forgotten. */
    public MailLog(LongConsumer budget) {
        this.budget = budget;
    }

    /** Takes up an event if it is a mail. */
    public void offer(DomainEvent event) {
        if (event instanceof Mail mail) {
            budget.accept(keep(mail));
        }
    }

    private synchronized long keep(Mail mail) {
        kept.addLast(new Sent(++count, mail));
        if (kept.size() > KEPT) {
            kept.removeFirst();
            return 0;
        }
        return OF_A_MAIL;
    }

    /** Keeps mails that were kept elsewhere, in their order. */
    public synchronized void restore(List<Sent> mails) {
        mails.forEach(sent -> {
            count = sent.number() - 1;
            keep(sent.mail());
        });
    }

    @Override
    public synchronized long bytes() {
        return (long) OF_A_MAIL * kept.size();
    }

    @Override
    public synchronized void evictHalf() {
        for (int left = kept.size() / 2; kept.size() > left; ) {
            kept.removeFirst();
        }
    }

    /** What is kept, the newest last. */
    public List<Sent> all() {
        return all(sent -> true);
    }

    /** What is kept and fits, the newest last. */
    public synchronized List<Sent> all(Predicate<Mail> fits) {
        return kept.stream().filter(sent -> fits.test(sent.mail())).toList();
    }
}
