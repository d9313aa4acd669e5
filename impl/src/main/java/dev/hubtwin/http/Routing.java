package dev.hubtwin.http;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;

/** The first step of every request: which world, which operation. A request that means none, or one not served, is a 404. */
@PreMatching
@Priority(Steps.ROUTING)
public final class Routing implements ContainerRequestFilter {

  private final Served served;

  @Inject
  public Routing(Served served) {
    this.served = served;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    String path = "/" + request.getUriInfo().getPath(false);
    TwinRoots.Sent sent = (TwinRoots.Sent) request.getProperty(TwinRoots.SENT);
    boolean isPreflight = request.getMethod().equals(HttpMethod.OPTIONS);
    Optional<Contract.Match> match = isPreflight ? served.match(path) : served.match(request.getMethod(), path);
    Realm realm = sent.realm().orElse(sent.site().realms().main());
    new Exchange(sent.site(), realm, sent.links(), request, match).begin(request);
    if (sent.realm().isEmpty()) {
      throw Refusal.of(404, "There is no world \"" + sent.address().world().orElseThrow() + "\".");
    }
    if (match.isEmpty()) {
      throw Refusal.noRoute();
    }
    if (isPreflight) {
      request.abortWith(Preflight.answer(match.get().operation()));
      return;
    }
    ignoreMediaTypes(request, match.get().operation());
  }

  /**
   * Neither header is ever enforced (decisions); Jersey would refuse what it cannot read, past every mapper. What is sent
   * to a page is a form, else JSON.
   */
  private static void ignoreMediaTypes(ContainerRequestContext request, Operation operation) {
    String sent = operation.isPage() ? MediaType.APPLICATION_FORM_URLENCODED : MediaType.APPLICATION_JSON;
    request.getHeaders().putSingle(HttpHeaders.ACCEPT, MediaType.WILDCARD);
    request.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, sent);
  }
}
