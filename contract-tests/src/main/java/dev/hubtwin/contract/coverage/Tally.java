package dev.hubtwin.contract.coverage;

import java.util.concurrent.atomic.LongAdder;

/** An {@link Item} that is still counted, by as many threads as like. */
final class Tally {

  private final String name;
  private final Item.Due due;
  private final LongAdder times = new LongAdder();
  private final LongAdder filled = new LongAdder();

  Tally(String name, Item.Due due) {
    this.name = name;
    this.due = due;
  }

  void met(boolean withValue) {
    times.increment();
    if (withValue) {
      filled.increment();
    }
  }

  Item item() {
    return new Item(name, due, times.sum(), filled.sum());
  }
}
