package dev.hubtwin.internal.pipeline;

import dev.hubtwin.internal.exchange.RequestContext;
import dev.hubtwin.internal.openapi.Operation;
import dev.hubtwin.internal.rest.HtmlPage;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.util.Map;
import java.util.Optional;

/**
 * The headers of every page: nobody keeps it, frames it, or learns where its reader came from. That of the world runs
 * its own scripts, which may not write HTML; what it is made of is kept, and asked for anew.
 */
public final class PageHeadersFilter implements ContainerResponseFilter {

    private static final Map<String, String> ALWAYS = Map.of(
            "Cache-Control", "no-store",
            "Content-Security-Policy", HtmlPage.POLICY,
            "Referrer-Policy",
                    "same-origin", // stricter ones make browsers send an Origin of null with the page's own forms
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "deny");

    private static final Map<String, String> OF_THE_WORLD = Map.of(
            "Cache-Control",
            "no-cache",
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; form-action 'none'; "
                    + "base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'");

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Optional<Operation> page = RequestContext.of(request).operation().filter(Operation::isPage);
        if (page.isPresent()) {
            ALWAYS.forEach(response.getHeaders()::putSingle);
        }
        if (page.filter(Operation::isOfTheWorld).isPresent() && response.getStatus() < 400) {
            OF_THE_WORLD.forEach(response.getHeaders()::putSingle);
        }
    }
}
