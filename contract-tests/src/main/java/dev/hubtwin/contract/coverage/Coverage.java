package dev.hubtwin.contract.coverage;

import dev.hubtwin.contract.Description;
import dev.hubtwin.contract.Exchanged;
import dev.hubtwin.contract.Watch;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts how much of a description is met, exchange by exchange, whichever thread brings them; {@link #covered()} may be
 * asked at any time.
 */
public final class Coverage implements Watch {

  private final Map<String, Met> operations = new LinkedHashMap<>();

  /** Nothing is met yet. */
  public Coverage(Description description) {
    description.operations().forEach(operation -> operations.put(operation.id(), new Met(description, operation)));
  }

  /** Counts an exchange; what means no operation, HEAD and OPTIONS count nowhere. */
  @Override
  public void saw(Exchanged exchanged) {
    exchanged.verdict().operation()
        .filter(operation -> operation.method().equals(exchanged.method()))
        .ifPresent(operation -> operations.get(operation.id()).meet(exchanged));
  }

  /** What was met so far. */
  public Covered covered() {
    return new Covered(operations.values().stream().map(Met::part).toList());
  }
}
