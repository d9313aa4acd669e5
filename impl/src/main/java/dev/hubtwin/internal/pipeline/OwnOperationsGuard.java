package dev.hubtwin.internal.pipeline;

import dev.hubtwin.internal.auth.ControlToken;
import dev.hubtwin.internal.delivery.WebhookRequest;
import dev.hubtwin.internal.jetty.RootResolver;
import dev.hubtwin.internal.openapi.Operation;
import dev.hubtwin.internal.rest.ApiException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import java.util.Optional;

/**
 * Guards the twin's own operations. It decides by the headers, before a body is read ({@link TwinRootResolver}); as a
 * filter it answers what it decided.
 */
@PreMatching
@Priority(FilterPriorities.CONTROL)
public final class OwnOperationsGuard implements ContainerRequestFilter {

    /** The refusal of a request that means an operation; empty if it may pass. */
    static Optional<ApiException> refusal(
            Operation operation, RootResolver.Head head, ControlToken token, String publicUrl) {
        CrossSiteCheck foreign = new CrossSiteCheck(head, publicUrl);
        if ((operation.isControl() || operation.isPage()) && WebhookRequest.isDelivery(head.headers())) {
            return Optional.of(ApiException.of(403, "The control API and the pages take no delivery of a webhook."));
        }
        if (operation.isControl()) {
            return ControlApiGuard.refusal(head, foreign, token);
        }
        return operation.isPage() ? PageOriginGuard.refusal(operation, foreign, token) : Optional.empty();
    }

    @Override
    public void filter(ContainerRequestContext request) {
        TwinRootResolver.sent(request).refusal().ifPresent(refusal -> {
            throw refusal;
        });
    }
}
