package dev.hubtwin.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.util.Map;

/** The headers of every page: nobody keeps it, frames it, or learns where its reader came from. */
public final class PageHeaders implements ContainerResponseFilter {

  private static final Map<String, String> ALWAYS = Map.of(
      "Cache-Control", "no-store",
      "Content-Security-Policy", Html.POLICY,
      "Referrer-Policy", "same-origin", // stricter ones make browsers send an Origin of null with the page's own forms
      "X-Content-Type-Options", "nosniff",
      "X-Frame-Options", "deny");

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (Exchange.of(request).operation().filter(Operation::isPage).isPresent()) {
      ALWAYS.forEach(response.getHeaders()::putSingle);
    }
  }
}
