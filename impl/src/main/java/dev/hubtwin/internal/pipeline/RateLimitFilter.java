package dev.hubtwin.internal.pipeline;

import dev.hubtwin.internal.auth.CredentialKind;
import dev.hubtwin.internal.exchange.PipelineStage;
import dev.hubtwin.internal.exchange.RequestContext;
import dev.hubtwin.internal.openapi.Operation;
import dev.hubtwin.internal.ratelimit.RateLimitQuota;
import dev.hubtwin.internal.ratelimit.RateLimiter;
import dev.hubtwin.internal.recording.Recording;
import dev.hubtwin.internal.rest.ApiException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;

/**
 * Counts a request against its caller's limit. {@code GET /rate_limit} is free; a JSON web token has no limit. What was
 * not modified costs nothing, except of an anonymous caller (conventions, section 6). What is done again after a
 * restart was let pass when it came: limits begin anew.
 */
@PreMatching
@Priority(FilterPriorities.LIMIT)
public final class RateLimitFilter implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        RequestContext exchange = RequestContext.at(PipelineStage.LIMIT, request);
        Operation operation = exchange.operation().orElseThrow();
        RateLimitQuota quota = exchange.quota(operation.limit());
        RateLimiter limits = exchange.runtime().rateLimiter();
        if (operation.isFree()) {
            exchange.counted(limits.look(quota, exchange.now()), () -> {});
            return;
        }
        if (operation.isOwn() || exchange.caller().kind() == CredentialKind.APP || Recording.isAgain()) {
            return;
        }
        RateLimiter.Window window = limits.count(quota, exchange.now());
        exchange.counted(
                window,
                exchange.caller().kind() == CredentialKind.ANONYMOUS
                        ? () -> {}
                        : () -> exchange.counted(limits.giveBack(quota, exchange.now()), () -> {}));
        if (window.isExhausted() && !exchange.world().settings().rateLimit().off()) {
            throw ApiException.rateLimited(403, quota.refusal());
        }
    }
}
