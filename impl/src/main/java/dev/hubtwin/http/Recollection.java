package dev.hubtwin.http;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Response;

/** The last step: a {@code GET} that nothing refuses is answered with what is kept, if the world has not changed since. */
@PreMatching
@Priority(Steps.KEPT)
public final class Recollection implements ContainerRequestFilter {

  private static final String PROPERTY = Kept.class.getName();

  @Override
  public void filter(ContainerRequestContext request) {
    Exchange exchange = Exchange.of(request);
    if (exchange.operation().orElseThrow().isKept()) {
      exchange.surroundings().answers().find(KeptAnswers.Key.of(exchange), exchange.world()).ifPresent(kept -> {
        answeredBy(request, kept);
        request.abortWith(Response.ok(kept.body()).build());
      });
    }
  }

  /** The kept answer that the request is answered with; null when it is none. */
  static Kept of(ContainerRequestContext request) {
    return (Kept) request.getProperty(PROPERTY);
  }

  static void answeredBy(ContainerRequestContext request, Kept kept) {
    request.setProperty(PROPERTY, kept);
  }
}
