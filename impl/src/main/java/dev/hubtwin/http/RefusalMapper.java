package dev.hubtwin.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hubtwin.api.model.ValidationError;
import dev.hubtwin.api.model.ValidationErrorSimple;
import dev.hubtwin.control.model.ControlError;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.List;

/** Puts a refusal into GitHub's form, in the dialect of the request. */
public final class RefusalMapper implements ExceptionMapper<Refusal> {

  private static final String PAGE = "text/html; charset=utf-8";

  private final Provider<Exchange> exchange;

  @Inject
  public RefusalMapper(Provider<Exchange> exchange) {
    this.exchange = exchange;
  }

  @Override
  public Response toResponse(Refusal refusal) {
    Exchange at = exchange.get();
    at.course().refused(refusal.getMessage());
    at.site().breaches().check(at, refusal.status());
    if (refusal.form() == Refusal.Form.PAGE) {
      return Response.status(refusal.status())
          .header(HttpHeaders.CONTENT_TYPE, PAGE)
          .entity(refusal.getMessage().getBytes(UTF_8))
          .build();
    }
    Object body = at.operation().filter(Operation::isOwn)
        .map(own -> inOwnForm(refusal, own))
        .orElseGet(() -> inGitHubsForm(refusal, at));
    return Response.status(refusal.status()).type(MediaType.APPLICATION_JSON_TYPE).entity(body).build();
  }

  private static Object inOwnForm(Refusal refusal, Operation operation) {
    return operation.mediaTypes().getOrDefault(refusal.status(), "").equals(MediaType.TEXT_HTML)
        ? Html.refusal(refusal)
        : new ControlError(refusal.getMessage());
  }

  private static Object inGitHubsForm(Refusal refusal, Exchange at) {
    String documentation = documentation(refusal, at);
    String status = at.links().dialect() == Dialect.GITHUB_COM ? Integer.toString(refusal.status()) : null;
    return refusal.sentences().isEmpty()
        ? new ValidationError(
            refusal.getMessage(), refusal.errors().isEmpty() ? null : List.copyOf(refusal.errors()), documentation, status)
        : new ValidationErrorSimple(refusal.getMessage(), refusal.sentences(), documentation, status);
  }

  private static String documentation(Refusal refusal, Exchange at) {
    return refusal.form() == Refusal.Form.GENERAL ? at.links().dialect().documentation() : documentation(at);
  }

  /** Where the operation of a request is explained, or the whole API if it has none. */
  static String documentation(Exchange at) {
    Dialect dialect = at.links().dialect();
    return at.operation().flatMap(Operation::documentation).map(dialect::documentation).orElse(dialect.documentation());
  }
}
