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
 * The headers of the twin's own answers. Nobody keeps, frames or guesses at them, but for the description, which holds
 * nothing of a world. A page does not tell where its reader came from; that of the world runs its own scripts, which
 * may not write HTML, and what it is made of is kept, and asked for anew.
 */
public final class OwnHeadersFilter implements ContainerResponseFilter {

    private static final String POLICY = "Content-Security-Policy";

    /** Those of an answer of the control API, whoever gives it. */
    static final Map<String, String> OF_EVERY_ANSWER = Map.of(
            "Cache-Control",
            "no-store",
            POLICY,
            "default-src 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff");

    private static final Map<String, String> OF_PAGES = Map.of(
            POLICY,
            HtmlPage.POLICY,
            "Referrer-Policy",
            "same-origin", // stricter ones make browsers send an Origin of null with the page's own forms
            "X-Frame-Options",
            "deny");

    private static final Map<String, String> OF_THE_WORLD = Map.of(
            "Cache-Control",
            "no-cache",
            POLICY,
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; form-action 'none'; "
                    + "base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'");

    /** The page to read is made of text and one style sheet, which stands in it. */
    private static final Map<String, String> OF_THE_DESCRIPTION = Map.of(
            "Cache-Control",
            "no-cache",
            POLICY,
            "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
            "Referrer-Policy",
            "same-origin");

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Optional<Operation> asked = RequestContext.of(request).operation().filter(Operation::isOwn);
        if (asked.isEmpty()) {
            return;
        }
        Operation own = asked.get();
        put(OF_EVERY_ANSWER, response);
        if (own.isPage()) {
            put(OF_PAGES, response);
        } else if (!own.isControl()) {
            put(OF_THE_DESCRIPTION, response);
        }
        if (own.isOfTheWorld() && response.getStatus() < 400) {
            put(OF_THE_WORLD, response);
        }
    }

    private static void put(Map<String, String> headers, ContainerResponseContext response) {
        headers.forEach(response.getHeaders()::putSingle);
    }
}
