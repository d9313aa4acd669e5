package dev.hubtwin.internal.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hubtwin.internal.api.model.ValidationError;
import dev.hubtwin.internal.api.model.ValidationErrorSentence;
import dev.hubtwin.internal.api.model.ValidationErrorSimple;
import dev.hubtwin.internal.control.model.ControlError;
import dev.hubtwin.internal.exchange.RequestContext;
import dev.hubtwin.internal.openapi.Operation;
import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.rest.Dialect;
import dev.hubtwin.internal.rest.HtmlPage;
import dev.hubtwin.internal.rest.Links;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.List;

/** Puts a refusal into GitHub's form, in the dialect of the request. */
public final class ApiExceptionMapper implements ExceptionMapper<ApiException> {

    private static final String PAGE = "text/html; charset=utf-8";

    private final Provider<RequestContext> exchange;

    @Inject
    public ApiExceptionMapper(Provider<RequestContext> exchange) {
        this.exchange = exchange;
    }

    @Override
    public Response toResponse(ApiException refusal) {
        RequestContext at = exchange.get();
        at.progress().refused(refusal.getMessage());
        at.server().violations().check(at.operation(), refusal.status());
        if (refusal.form() == ApiException.Form.PAGE) {
            return Response.status(refusal.status())
                    .header(HttpHeaders.CONTENT_TYPE, PAGE)
                    .entity(refusal.getMessage().getBytes(UTF_8))
                    .build();
        }
        Object body = at.operation()
                .filter(Operation::isOwn)
                .map(own -> inOwnForm(refusal, own, at))
                .orElseGet(() -> inGitHubsForm(refusal, at));
        return Response.status(refusal.status())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(body)
                .build();
    }

    /** The header of a page leads to the world that was asked, or to the default one if there is no such world. */
    private static Object inOwnForm(ApiException refusal, Operation operation, RequestContext at) {
        String root = at.links().world();
        boolean exists = root.equals(Links.prefix(at.hostedWorld().name()));
        return operation.mediaTypes().getOrDefault(refusal.status(), "").equals(MediaType.TEXT_HTML)
                ? new HtmlPage(exists ? root : "").refusal(refusal)
                : new ControlError(refusal.getMessage());
    }

    private static Object inGitHubsForm(ApiException refusal, RequestContext at) {
        String documentation = documentation(refusal, at);
        String status = at.links().dialect() == Dialect.GITHUB_COM ? Integer.toString(refusal.status()) : null;
        if (refusal.sentence().isPresent()) {
            return new ValidationErrorSentence(
                    refusal.getMessage(), refusal.sentence().get(), documentation, status);
        }
        return refusal.sentences().isEmpty()
                ? new ValidationError(
                        refusal.getMessage(),
                        refusal.errors().isEmpty() ? null : List.copyOf(refusal.errors()),
                        documentation,
                        status)
                : new ValidationErrorSimple(refusal.getMessage(), refusal.sentences(), documentation, status);
    }

    private static String documentation(ApiException refusal, RequestContext at) {
        Dialect dialect = at.links().dialect();
        return switch (refusal.form()) {
            case GENERAL -> dialect.documentation();
            case RATE_LIMIT -> dialect.rateLimits();
            case SECONDARY_RATE_LIMIT -> dialect.secondaryRateLimits();
            case OF_OPERATION, PAGE -> documentation(at);
        };
    }

    /** Where the operation of a request is explained, or the whole API if it has none. */
    static String documentation(RequestContext at) {
        Dialect dialect = at.links().dialect();
        return at.operation()
                .flatMap(Operation::documentation)
                .map(dialect::documentation)
                .orElse(dialect.documentation());
    }
}
