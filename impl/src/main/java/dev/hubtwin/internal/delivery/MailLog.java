package dev.hubtwin.internal.delivery;

import dev.hubtwin.internal.event.DomainEvent;
import dev.hubtwin.internal.event.Mail;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/** The last mails that were sent, in order. It stands beside a world and is not part of its state. */
public final class MailLog {

    private static final int KEPT = 1_000;

    /** A mail and its number, counted from 1 since the last reset. */
    public record Sent(long number, Mail mail) {}

    private final Deque<Sent> kept = new ArrayDeque<>();
    private long count;

    /** Takes up an event if it is a mail. */
    public synchronized void offer(DomainEvent event) {
        if (event instanceof Mail mail) {
            kept.addLast(new Sent(++count, mail));
            if (kept.size() > KEPT) {
                kept.removeFirst();
            }
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
