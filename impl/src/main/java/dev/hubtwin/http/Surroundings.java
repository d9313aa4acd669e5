package dev.hubtwin.http;

import dev.hubtwin.events.Mails;
import dev.hubtwin.faults.Faults;
import dev.hubtwin.traffic.Requests;

/** What stands beside a world and is no part of its state: a reset makes it anew, a fork begins with its own. */
public record Surroundings(Limits limits, Mails mails, Faults faults, Requests requests, KeptAnswers answers) {

  /** Empty. */
  Surroundings() {
    this(new Limits(), new Mails(), new Faults(), new Requests(), new KeptAnswers());
  }
}
