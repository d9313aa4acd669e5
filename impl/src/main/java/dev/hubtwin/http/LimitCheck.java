package dev.hubtwin.http;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;

/** Counts a request against its caller's limit. {@code GET /rate_limit} is free; a JSON web token has no limit. */
@PreMatching
@Priority(Steps.LIMIT)
public final class LimitCheck implements ContainerRequestFilter {

  @Override
  public void filter(ContainerRequestContext request) {
    Exchange exchange = Exchange.at(Step.LIMIT, request);
    Operation operation = exchange.operation().orElseThrow();
    Allowance allowance = Allowance.of(exchange, operation.limit());
    Limits limits = exchange.surroundings().limits();
    if (operation.id().equals("rate-limit/get")) {
      exchange.counted(limits.look(allowance, exchange.now()), () -> { });
      return;
    }
    if (operation.isOwn() || exchange.caller().kind() == Kind.APP) {
      return;
    }
    Limits.Window window = limits.count(allowance, exchange.now());
    exchange.counted(window, () -> exchange.counted(limits.giveBack(allowance, exchange.now()), () -> { }));
    if (window.isExhausted() && !exchange.world().settings().rateLimit().off()) {
      throw Refusal.rateLimited(allowance.refusal());
    }
  }
}
