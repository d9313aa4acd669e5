package dev.hubtwin.seed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.world.World;
import dev.hubtwin.world.Grant;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DemoTest {

  private final World demo = Seeds.demo(Samples.NOW);

  @Test
  void survivesARoundTrip() {
    assertEquals(demo, Seeds.read(Seeds.yaml(demo), null, Samples.NOW));
    assertEquals(Seeds.json(demo), Seeds.json(Seeds.read(Seeds.json(demo), null, Samples.NOW)));
  }

  @Test
  void hasTokensOfEveryKindAndNoKey() {
    Set<Class<?>> kinds = demo.tokens().all().stream().map(token -> token.grant().getClass()).collect(Collectors.toSet());
    assertEquals(
        Set.of(Grant.Classic.class, Grant.OAuth.class, Grant.FineGrained.class, Grant.UserToServer.class, Grant.OfInstallation.class),
        kinds);
    assertTrue(demo.apps().byId().values().stream().allMatch(app -> app.keys().isEmpty()));
  }
}
