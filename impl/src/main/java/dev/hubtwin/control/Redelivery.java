package dev.hubtwin.control;

import dev.hubtwin.events.Deliveries;
import dev.hubtwin.events.Delivery;
import dev.hubtwin.http.Refusal;
import java.time.Instant;

/** Delivers something once more. */
final class Redelivery {

  private Redelivery() {}

  /**
   * The new delivery, which waits.
   *
   * @throws Refusal 404 if there is no delivery with the id, 409 if it has no letter
   */
  static Delivery of(Deliveries deliveries, long id, Instant now) {
    Delivery old = deliveries.found(id).orElseThrow(() -> Refusal.of(404, "There is no delivery " + id + "."));
    if (old.letter() == null) {
      throw Refusal.of(409, "Delivery " + id + " was never written: there is nothing to send once more.");
    }
    return deliveries.repeat(old, now);
  }
}
