package dev.hubtwin.internal.pipeline;

import dev.hubtwin.internal.exchange.RequestContext;
import dev.hubtwin.internal.rest.ApiException;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/**
 * Answers what nobody foresaw, without a page of HTML and without a stack trace. What Jersey itself refuses is a
 * request that means no operation; anything else is a mistake in the program, kept as a breach.
 */
public final class UnexpectedExceptionMapper implements ExceptionMapper<Throwable> {

    private static final System.Logger LOG = System.getLogger(UnexpectedExceptionMapper.class.getName());

    private final ApiExceptionMapper refusals;
    private final Provider<RequestContext> exchange;

    @Inject
    public UnexpectedExceptionMapper(ApiExceptionMapper refusals, Provider<RequestContext> exchange) {
        this.refusals = refusals;
        this.exchange = exchange;
    }

    @Override
    public Response toResponse(Throwable failure) {
        if (failure instanceof WebApplicationException) {
            return refusals.toResponse(ApiException.noRoute());
        }
        exchange.get().server().exhaustion().check(failure);
        LOG.log(System.Logger.Level.ERROR, "a request failed", failure);
        exchange.get()
                .server()
                .violations()
                .add("a request failed: " + failure.getClass().getName());
        return refusals.toResponse(ApiException.of(500, "Server Error"));
    }
}
