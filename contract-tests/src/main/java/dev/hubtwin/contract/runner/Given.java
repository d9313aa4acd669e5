package dev.hubtwin.contract.runner;

import dev.hubtwin.contract.Names;
import dev.hubtwin.contract.Target;
import dev.hubtwin.contract.Targets;
import dev.hubtwin.contract.Watch;
import java.net.URI;
import java.util.List;

/**
 * One server without a control API, whose world all scenarios share.
 *
 * @param target the server
 */
public record Given(Target target) implements Targets.Source {

  /**
   * A server at a root.
   *
   * @param root a slash at its end is dropped
   * @param strict whether it is held to conventions too, and to what is described alone
   * @param readOnly whether nothing may be written
   */
  public static Given at(URI root, boolean strict, Names names, boolean readOnly, Watch watch) {
    return new Given(Target.of(URI.create(root.toString().replaceFirst("/+$", "")), strict, names, readOnly, watch));
  }

  @Override
  public List<Target> targets() {
    return List.of(target);
  }
}
