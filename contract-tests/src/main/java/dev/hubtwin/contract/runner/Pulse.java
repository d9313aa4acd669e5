package dev.hubtwin.contract.runner;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Whether a server is there at all.
 *
 * @param base any address of it
 */
record Pulse(URI base) {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final HttpClient WIRE =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();

  /**
   * Asks for an answer of any kind.
   *
   * @throws IOException if there is none in ten seconds
   */
  void feel() throws IOException {
    try {
      WIRE.send(HttpRequest.newBuilder(base).timeout(PATIENCE).build(), BodyHandlers.discarding());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether an answer of any kind came. */
  boolean isThere() {
    try {
      feel();
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
