package dev.hubtwin.http;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/**
 * Answers what nobody foresaw, without a page of HTML and without a stack trace. What Jersey itself refuses is a request
 * that means no operation; anything else is a mistake in the program, kept as a breach.
 */
public final class LastResort implements ExceptionMapper<Throwable> {

  private static final System.Logger LOG = System.getLogger(LastResort.class.getName());

  private final RefusalMapper refusals;
  private final Provider<Exchange> exchange;

  @Inject
  public LastResort(RefusalMapper refusals, Provider<Exchange> exchange) {
    this.refusals = refusals;
    this.exchange = exchange;
  }

  @Override
  public Response toResponse(Throwable failure) {
    if (failure instanceof WebApplicationException) {
      return refusals.toResponse(Refusal.noRoute());
    }
    LOG.log(System.Logger.Level.ERROR, "a request failed", failure);
    exchange.get().site().breaches().add("a request failed: " + failure.getClass().getName());
    return refusals.toResponse(Refusal.of(500, "Server Error"));
  }
}
