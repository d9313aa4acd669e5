package dev.hubtwin.pages;

import dev.hubtwin.apps.Manifest;
import dev.hubtwin.apps.Manifests;
import dev.hubtwin.http.Exchange;
import dev.hubtwin.http.Refusal;
import dev.hubtwin.http.Secrets;
import dev.hubtwin.http.WebAddress;
import dev.hubtwin.world.Account;
import dev.hubtwin.world.Change;
import dev.hubtwin.world.ManifestCode;
import dev.hubtwin.world.Organization;
import dev.hubtwin.world.World;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The way of a manifest: it is looked at, confirmed, and leaves as a code. It becomes an organization's app, or the own one
 * of the user who confirms.
 */
record Creation(Visitor visitor, Seal seal, Optional<Organization> organization) {

  private static final int CODE_DIGITS = 40;

  /**
   * The page that shows a manifest.
   *
   * @param text null if none was sent
   * @param state comes back with the code; null if there is none
   * @throws Refusal 422 if it could not become an app, or the browser could not be sent back
   */
  String review(String text, String state) {
    Manifest manifest = judged(exchange().world(), text == null ? "" : text);
    String token = seal.seal(purpose(), Arrays.asList(text, state), exchange().system());
    return new AppPages(visitor, organization).review(manifest, token);
  }

  /**
   * Takes a manifest in.
   *
   * @param token as the page had it
   * @param login the user who confirms
   * @return where the browser goes, with the code
   * @throws Refusal 403 if the token is not good or the user may not; 422 as {@link #review}, or if there is no such user
   */
  String confirm(String token, String login) {
    List<String> sealed = seal.open(purpose(), token, exchange().system());
    String code = Secrets.hex(CODE_DIGITS);
    return exchange().change(
        world -> accept(world, sealed.get(0), login, code),
        (world, accepted) -> back(judged(world, accepted.manifest()), code, sealed.get(1)));
  }

  private Change<ManifestCode> accept(World world, String manifest, String login, String code) {
    Account owner = Visitor.owner(world, organization, Visitor.user(world, login));
    judged(world, manifest);
    return Manifests.accept(world, owner.id(), manifest, code, exchange().now());
  }

  private static String back(Manifest manifest, String code, String state) {
    String address = WebAddress.read(manifest.redirectUrl()).orElseThrow();
    return WebAddress.with(WebAddress.with(address, "code", code), "state", state);
  }

  private static Manifest judged(World world, String text) {
    Manifest manifest = Manifests.judge(world, text);
    if (WebAddress.read(manifest.redirectUrl()).isEmpty()) {
      throw Refusal.validationFailed(List.of("Redirect url must be a valid URL"));
    }
    return manifest;
  }

  private List<String> purpose() {
    return List.of("create", exchange().realm().name(), organization.map(of -> Long.toString(of.id())).orElse("own"));
  }

  private Exchange exchange() {
    return visitor.exchange();
  }
}
