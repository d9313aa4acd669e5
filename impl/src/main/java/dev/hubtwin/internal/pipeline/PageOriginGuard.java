package dev.hubtwin.internal.pipeline;

import dev.hubtwin.internal.auth.ControlToken;
import dev.hubtwin.internal.openapi.Operation;
import dev.hubtwin.internal.rest.ApiException;
import java.util.Optional;
import java.util.Set;

/**
 * Guards the pages, which act for whoever is signed in. Any site may send a manifest to be looked at; what changes
 * something comes from a page of this server. On loopback there is no {@code Host} but what the control API takes, or a
 * site could call itself this server and read its pages; elsewhere their forms ask for the control token.
 */
final class PageOriginGuard {

    private static final Set<String> FROM_ANYWHERE = Set.of("pages/review-app", "pages/review-organization-app");

    private PageOriginGuard() {}

    /** The refusal of a request for a page; empty if it is taken. */
    static Optional<ApiException> refusal(Operation page, CrossSiteCheck foreign, ControlToken token) {
        if (foreign.isOrigin() && !FROM_ANYWHERE.contains(page.id())) {
            return Optional.of(ApiException.of(403, "This form was sent from a page of another site."));
        }
        return token.text().isEmpty() && foreign.isHost()
                ? Optional.of(ApiException.of(
                        403, "This server is on loopback and goes by no such name; --public-url gives it one."))
                : Optional.empty();
    }
}
