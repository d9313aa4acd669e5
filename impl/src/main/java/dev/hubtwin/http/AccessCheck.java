package dev.hubtwin.http;

import dev.hubtwin.http.Access.Reason;
import dev.hubtwin.world.Organization;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import java.util.Optional;

/** Judges kind, scope and permission of the credential, then existence and role, all as the contract says. */
@PreMatching
@Priority(Steps.ACCESS)
public final class AccessCheck implements ContainerRequestFilter {

  @Override
  public void filter(ContainerRequestContext request) {
    Exchange exchange = Exchange.at(Step.ACCESS, request);
    Access access = exchange.operation().orElseThrow().access();
    Caller caller = exchange.caller();
    if (!access.kinds().contains(caller.kind())) {
      throw access.refusal(caller.kind());
    }
    if (caller.kind().hasScopes() && !Scopes.suffice(caller.scopes(), access.requiredScopes())) {
      throw access.refusal(Reason.SCOPE, caller.kind());
    }
    Optional<Long> organization = Standing.organization(exchange.world(), exchange).map(Organization::id);
    if (caller.kind().hasPermissions() && !Grants.permit(exchange.world(), caller, access.permissions(), organization)) {
      throw access.refusal(Reason.PERMISSION, caller.kind());
    }
    Standing.require(exchange.world(), exchange);
  }
}
