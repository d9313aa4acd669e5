package dev.hubtwin.http;

import dev.hubtwin.world.Grant;
import dev.hubtwin.world.Token;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds out which credential a request came with (conventions, section 2). A credential that is unknown, expired or
 * revoked is refused on every operation, public ones too.
 */
@PreMatching
@Priority(Steps.CREDENTIAL)
public final class Identification implements ContainerRequestFilter {

  @Override
  public void filter(ContainerRequestContext request) {
    Exchange exchange = Exchange.at(Step.CREDENTIAL, request);
    String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
    if (header == null || header.isBlank() || exchange.operation().orElseThrow().isOwn()) {
      return;
    }
    Token token = presented(header.trim())
        .flatMap(secret -> exchange.world().tokens().find(secret))
        .filter(found -> isAlive(found, exchange))
        .orElseThrow(Refusal::badCredentials);
    exchange.identified(Caller.of(token));
    if (token.grant() instanceof Grant.OfInstallation of && isSuspended(of, exchange)) {
      throw Refusal.of(403, "This installation has been suspended");
    }
  }

  /** The tokens of a suspended installation are good for nothing while it is (R143). */
  private static boolean isSuspended(Grant.OfInstallation grant, Exchange exchange) {
    return exchange.world().apps().installations().installation(grant.installationId())
        .filter(installation -> installation.suspension() != null)
        .isPresent();
  }

  private static Optional<String> presented(String header) {
    int space = header.indexOf(' ');
    String secret = header.substring(space + 1).trim();
    return switch (header.substring(0, Math.max(space, 0)).toLowerCase(Locale.ROOT)) {
      case "bearer", "token" -> Optional.of(secret);
      case "basic" -> fromBasic(secret);
      default -> Optional.empty();
    };
  }

  /** A token takes the place of the password; git's clients send it as the user's name with none. */
  private static Optional<String> fromBasic(String encoded) {
    try {
      String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
      int colon = pair.indexOf(':');
      String password = pair.substring(colon + 1);
      return Optional.of(password.isEmpty() ? pair.substring(0, colon) : password);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The token of an installation dies with it (R134). */
  private static boolean isAlive(Token token, Exchange exchange) {
    boolean expired = token.expiresAt() != null && !exchange.now().isBefore(token.expiresAt());
    boolean orphaned = token.grant() instanceof Grant.OfInstallation of
        && exchange.world().apps().installations().installation(of.installationId()).isEmpty();
    return !expired && !token.revoked() && !orphaned;
  }
}
