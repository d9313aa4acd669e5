package dev.hubtwin.seed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hubtwin.world.World;
import org.junit.jupiter.api.Test;

class ExampleTest {
  @Test
  void x() {
    World w = Seeds.read(Samples.text("example.yaml"), null, Samples.NOW);
    System.err.println(Seeds.yaml(w));
    System.err.println(Seeds.json(w).substring(0, 1500));
    assertEquals(w, Seeds.read(Seeds.yaml(w), null, Samples.NOW));
    assertEquals(w, Seeds.read(Seeds.json(w), null, Samples.NOW));
  }
}
