package dev.hubtwin.http;

import dev.hubtwin.world.Grant;
import dev.hubtwin.world.World;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;

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
    Operation operation = exchange.operation().orElseThrow();
    String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
    if (header == null || header.isBlank() || operation.isOwn()) {
      return;
    }
    Credentials known = new Credentials(exchange.world(), exchange.now(), exchange.system());
    Caller caller = known.caller(header.trim(), operation.access().isForAppsOnly());
    exchange.identified(caller);
    if (caller.grant() instanceof Grant.OfInstallation of && isSuspended(of, exchange.world())) {
      throw Refusal.installationSuspended();
    }
  }

  /** The tokens of a suspended installation are good for nothing while it is (R143). */
  private static boolean isSuspended(Grant.OfInstallation grant, World world) {
    return world.apps().installations().installation(grant.installationId())
        .filter(installation -> installation.suspension() != null)
        .isPresent();
  }
}
