package dev.hubtwin.http;

import dev.hubtwin.events.Deliveries;
import dev.hubtwin.events.Event;
import dev.hubtwin.events.Mails;
import dev.hubtwin.faults.Faults;
import dev.hubtwin.traffic.Requests;

/** What stands beside a world and is no part of its state: a reset makes it anew, a fork begins with its own. */
public record Surroundings(
    Limits limits, Mails mails, Deliveries deliveries, Faults faults, Requests requests, KeptAnswers answers,
    Moments moments) {

  /** Nothing but a way to deliver. */
  Surroundings(Deliveries deliveries) {
    this(new Limits(), new Mails(), deliveries, new Faults(), new Requests(), new KeptAnswers(), new Moments());
  }

  /** Takes up what happened. */
  void offer(Event event) {
    mails.offer(event);
    deliveries.offer(event);
  }
}
