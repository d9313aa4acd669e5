package dev.hubtwin.events;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The last mails that were sent, in order. It stands beside a world and is no part of its state. */
public final class Mails {

  private static final int KEPT = 1_000;

  /** A mail and its number, counted from 1 since the last reset. */
  public record Sent(long number, Mail mail) {}

  private final Deque<Sent> kept = new ArrayDeque<>();
  private long count;

  /** Takes up an event if it is a mail. */
  public synchronized void offer(Event event) {
    if (event instanceof Mail mail) {
      kept.addLast(new Sent(++count, mail));
      if (kept.size() > KEPT) {
        kept.removeFirst();
      }
    }
  }

  /** What is kept, the newest last. */
  public synchronized List<Sent> all() {
    return new ArrayList<>(kept);
  }
}
