package dev.hubtwin.http;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;

/**
 * Guards the control API. A server on loopback asks for no credential, but takes nothing that a foreign web page could
 * send: no {@code Origin} but its own, no {@code Host} but loopback, {@code *.localhost} and the public URL's. Elsewhere
 * it demands the control token.
 */
@PreMatching
@Priority(Steps.CONTROL)
public final class ControlGuard implements ContainerRequestFilter {

  private final Token token;

  /**
   * The control token of a server.
   *
   * @param text what callers must present; empty on loopback
   */
  public record Token(Optional<String> text) {

    /** Whether an {@code Authorization} header, which may be null, presents it; always, if nothing is demanded. */
    boolean isIn(String header) {
      return text.isEmpty() || header != null && MessageDigest.isEqual(
          ("Bearer " + text.get()).getBytes(StandardCharsets.UTF_8), header.trim().getBytes(StandardCharsets.UTF_8));
    }
  }

  @Inject
  public ControlGuard(Token token) {
    this.token = token;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    Exchange exchange = Exchange.of(request);
    if (!exchange.operation().orElseThrow().isControl()) {
      return;
    }
    if (!token.isIn(request.getHeaderString(HttpHeaders.AUTHORIZATION))) {
      throw Refusal.of(401, "The control API of this server takes its control token, as a Bearer credential.");
    }
    if (token.text().isEmpty()) {
      refuseForeign(request, exchange);
    }
  }

  private static void refuseForeign(ContainerRequestContext request, Exchange exchange) {
    URI base = request.getUriInfo().getBaseUri();
    String origin = request.getHeaderString("Origin");
    if (origin != null && !origin.equals(base.getScheme() + "://" + base.getAuthority())) {
      throw Refusal.of(403, "The control API takes no request from a page of another origin.");
    }
    String named = request.getHeaderString(HttpHeaders.HOST);
    String host = named == null ? base.getHost() : host(named);
    if (!isLocal(host) && !host.equals(publicHost(exchange))) {
      throw Refusal.of(403, "The control API takes no request for a foreign host name.");
    }
  }

  private static boolean isLocal(String host) {
    return host.equals("localhost") || host.endsWith(".localhost") || host.equals("[::1]") || host.equals("::1")
        || host.matches("127(\\.[0-9]{1,3}){3}");
  }

  private static String publicHost(Exchange exchange) {
    String url = exchange.world().settings().publicUrl();
    return url == null ? null : host(url.replaceFirst("^https?://", ""));
  }

  private static String host(String authority) {
    return authority.replaceFirst(":[0-9]*$", "").toLowerCase(Locale.ROOT);
  }
}
