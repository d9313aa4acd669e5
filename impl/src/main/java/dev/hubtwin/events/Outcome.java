package dev.hubtwin.events;

import dev.hubtwin.world.Worded;
import java.time.Duration;
import java.util.Map;

/**
 * What became of a delivery.
 *
 * @param answer null if there was none
 * @param took   how long it took; null if nothing was sent
 * @param error  why there was no answer; null if there was one
 */
public record Outcome(Fate fate, Answer answer, Duration took, String error) {

  /** Delivered, if the answer was a 2xx; refused, if this world does not deliver there; dropped, if too much waited. */
  public enum Fate implements Worded { DELIVERED, FAILED, REFUSED, DROPPED }

  /**
   * What came back.
   *
   * @param body      the beginning
   * @param truncated whether there is more
   */
  public record Answer(int status, Map<String, String> headers, String body, boolean truncated) {}

  static Outcome answered(Answer answer, Duration took) {
    return new Outcome(answer.status() / 100 == 2 ? Fate.DELIVERED : Fate.FAILED, answer, took, null);
  }

  static Outcome failed(String error, Duration took) {
    return new Outcome(Fate.FAILED, null, took, error);
  }

  static Outcome refused(String why) {
    return new Outcome(Fate.REFUSED, null, null, why);
  }

  static Outcome dropped(String why) {
    return new Outcome(Fate.DROPPED, null, null, why);
  }
}
