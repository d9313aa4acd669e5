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

    /** Whoever builds on a description may read it, from wherever they are. */
    private static final Map<String, String> OF_A_DESCRIPTION = Map.of(
            "Cache-Control", "no-cache", "Access-Control-Allow-Origin", "*", "Access-Control-Expose-Headers", "ETag");

    /** A page on which one is read sends requests to this server and no other. The viewer writes its own styles. */
    private static final Map<String, String> OF_A_REFERENCE = Map.of(
            "Cache-Control",
            "no-cache",
            POLICY,
            "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; connect-src 'self'; img-src 'self' data:; "
                    + "form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
            "Referrer-Policy",
            "same-origin");

    /** Its name tells its content. */
    private static final Map<String, String> OF_A_SCRIPT =
            Map.of("Cache-Control", "public, max-age=31536000, immutable");

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
        } else if (own.isDescription()) {
            put(ofDescription(own, response.getStatus()), response);
        }
        if (own.isOfTheWorld() && response.getStatus() < 400) {
            put(OF_THE_WORLD, response);
        }
    }

    private static Map<String, String> ofDescription(Operation operation, int status) {
        return switch (operation.mediaTypes().get(200)) {
            case "text/html" -> OF_A_REFERENCE;
            case "text/javascript" -> status < 400 ? OF_A_SCRIPT : Map.of();
            default -> OF_A_DESCRIPTION;
        };
    }

    private static void put(Map<String, String> headers, ContainerResponseContext response) {
        headers.forEach(response.getHeaders()::putSingle);
    }
}
