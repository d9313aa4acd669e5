package dev.hubtwin.contract;

import java.net.URI;
import java.net.http.HttpHeaders;

/**
 * A request, what came back, and what was found.
 *
 * @param headers those of the request
 * @param body that of the request; empty without one
 */
public record Exchanged(String method, URI uri, HttpHeaders headers, byte[] body, Answer answer, Verdict verdict) {

  /** Throws what is wrong, if anything is. */
  void approve() {
    if (!verdict.faults().isEmpty()) {
      String operation = verdict.operation().map(known -> "the description of " + known.id()).orElse("the description");
      throw new Breach(method + " " + uri + " was answered " + answer.status() + ", and " + operation + " is broken:\n- "
          + String.join("\n- ", verdict.faults()) + "\nIt came" + answer.excerpt(), null);
    }
  }
}
