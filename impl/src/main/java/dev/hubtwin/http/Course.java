package dev.hubtwin.http;

import dev.hubtwin.faults.Armed;
import dev.hubtwin.traffic.Recorded;

/** How far a request has come on its way, for those who are told afterwards. */
final class Course {

  private final long begun = System.nanoTime();
  private Step step = Step.ROUTING;
  private Recorded.Refused refusal;
  private Armed fault;

  void reach(Step reached) {
    this.step = reached;
  }

  /** Remembers that the request is refused, here and with these words. */
  void refused(String message) {
    this.refusal = new Recorded.Refused(step.word(), message);
  }

  /** Why the request was refused; null if it was not. */
  Recorded.Refused refusal() {
    return refusal;
  }

  void struck(Armed by) {
    this.fault = by;
  }

  /** The fault that struck the request; null if none did. */
  Armed fault() {
    return fault;
  }

  /** How long it has taken so far, in nanoseconds. */
  long elapsed() {
    return System.nanoTime() - begun;
  }
}
