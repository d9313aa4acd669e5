package dev.hubtwin.pages;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** Addresses of other sites that the browser is sent on to, with something for them in the query. */
final class Onward {

  private Onward() {}

  /**
   * The address in ASCII, if a browser can be sent there: absolute, http or https.
   *
   * @param url null if there is none
   */
  static Optional<String> address(String url) {
    try {
      URI address = URI.create(url == null ? "" : url);
      return address.getHost() != null && Set.of("http", "https").contains(address.getScheme())
          ? Optional.of(address.toASCIIString())
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * The address with one more parameter; a fragment stays at its end.
   *
   * @param value null: the address as it is
   */
  static String with(String address, String name, String value) {
    if (value == null) {
      return address;
    }
    int hash = address.indexOf('#');
    String before = hash < 0 ? address : address.substring(0, hash);
    String after = hash < 0 ? "" : address.substring(hash);
    return before + (before.indexOf('?') < 0 ? "?" : "&") + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8) + after;
  }
}
