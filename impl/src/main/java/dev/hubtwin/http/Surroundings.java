package dev.hubtwin.http;

import dev.hubtwin.events.Mails;

/** What stands beside a world and is no part of its state: a reset makes it anew, a fork begins with its own. */
public record Surroundings(Limits limits, Mails mails) {

  /** Empty. */
  Surroundings() {
    this(new Limits(), new Mails());
  }
}
