package dev.hubtwin.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** Who may do most in the world of the fixture. */
public final class Mighty {

  private Mighty() {}

  /** What their {@code Authorization} says: owners of organizations, an app, and its client. */
  public static List<String> authorizations() {
    String client = Base64.getEncoder().encodeToString("Iv1.pilotpilotpilot1:pilot-secret".getBytes(UTF_8));
    return Stream.concat(
        Stream.of(Who.OWNER, Who.ANNA, Who.GRETA, Who.WADE).map(who -> "Bearer " + who.token()),
        Stream.of("Bearer " + Jwt.pilot().text(), "Basic " + client)).toList();
  }
}
