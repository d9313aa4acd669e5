package dev.hubtwin.contract;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * A server under test, seen through one of its roots. It holds the world of {@code fixture.yaml}.
 *
 * @param root without a slash at its end; the enterprise dialect is spoken where it ends in {@code /api/v3}
 * @param strict whether it must keep to the description to the letter: no member that is not described, every URL at home
 * @param control the control API that brings the fixture back, if there is one
 * @param tokens the tokens that are other ones than in the fixture
 * @param watch who sees what is exchanged
 */
public record Target(URI root, boolean strict, Optional<Control> control, Map<Who, String> tokens, Watch watch) {

  private static final String ENTERPRISE_ROOT = "/api/v3";

  /** Whether this speaks as GitHub Enterprise Server 2.22, and not as github.com. */
  public boolean enterprise() {
    return root.getPath().endsWith(ENTERPRISE_ROOT);
  }

  /** The address of the server, without its root. */
  String origin() {
    String whole = root.toString();
    return enterprise() ? whole.substring(0, whole.length() - ENTERPRISE_ROOT.length()) : whole;
  }

  /** The token of somebody; null for nobody. */
  public String token(Who who) {
    return tokens.getOrDefault(who, who.token());
  }

  /** The name under which reports show this. */
  @Override
  public String toString() {
    return root.toString();
  }
}
