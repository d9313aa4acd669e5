package dev.hubtwin.contract;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * The control API of a twin.
 *
 * @param uri where it is, for one world, without a slash at its end
 * @param token what it demands, if it demands anything
 */
public record Control(URI uri, Optional<String> token) {

  /** Calls of it; no description is held against the answers. */
  public Calls calls() {
    Calls calls = new Calls(uri, CheckedClient.WIRE, Map.of("Content-Type", "application/json"));
    return token.map(known -> calls.with("Authorization", "Bearer " + known)).orElse(calls);
  }
}
