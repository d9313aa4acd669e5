package dev.hubtwin.http;

import dev.hubtwin.events.Deliveries;
import dev.hubtwin.events.Event;
import dev.hubtwin.events.Mails;

/** What stands beside a world and is no part of its state: a reset makes it anew, a fork begins with its own. */
public record Surroundings(Limits limits, Mails mails, Deliveries deliveries) {

  /** Nothing but a way to deliver. */
  Surroundings(Deliveries deliveries) {
    this(new Limits(), new Mails(), deliveries);
  }

  /** Takes up what happened. */
  void offer(Event event) {
    mails.offer(event);
    deliveries.offer(event);
  }
}
