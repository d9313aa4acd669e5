package dev.hubtwin.control;

import dev.hubtwin.control.model.Health;
import dev.hubtwin.world.World;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** What the control API needs to know of the server, and of the request that it answers. */
public interface Controlled {

  /** How the server is. */
  Health health();

  /** The world that the request means, as it is. */
  World world();

  /** The time of that world. */
  Instant now();

  /** The content type of the request, as it came; null if it does not say. */
  String contentType();

  /** What the request accepts, as it came; null if it does not say. */
  String accept();

  /**
   * Changes the world that the request means, alone.
   *
   * @param rule   makes of the world the next one; if it throws, nothing has changed
   * @param events whether the events are sent that GitHub would send for what has changed
   */
  void change(UnaryOperator<World> rule, boolean events);

  /** Makes that world, and what stands beside it, what they were when the server started. */
  void reset();
}
