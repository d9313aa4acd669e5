package dev.hubtwin.http;

import java.util.Locale;

/** Where a request can be refused, for whom it concerns; see {@link Steps} for the order. */
enum Step {
  TRANSPORT, ROUTING, CLIENT, CREDENTIAL, LIMIT, FAULT, ACCESS, QUERY, BODY, RULE;

  /** As the control API calls it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
