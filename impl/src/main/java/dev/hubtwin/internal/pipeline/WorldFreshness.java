package dev.hubtwin.internal.pipeline;

import dev.hubtwin.internal.auth.CredentialKind;
import dev.hubtwin.internal.cache.CachedResponse;
import dev.hubtwin.internal.exchange.RequestContext;
import dev.hubtwin.internal.hosting.HostedWorld;
import dev.hubtwin.internal.hosting.ServerContext;
import dev.hubtwin.internal.hosting.WorldRuntime;
import dev.hubtwin.internal.jetty.Freshness;
import dev.hubtwin.internal.metrics.AnswerSource;
import dev.hubtwin.internal.ratelimit.RateLimitQuota;
import dev.hubtwin.internal.ratelimit.RateLimiter;
import dev.hubtwin.internal.rest.Timestamps;
import dev.hubtwin.internal.traffic.LoggedRequest;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.token.Token;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A response is fresh while its world is the very same, nothing is due there, no fault is set, what is kept of it is
 * ours to show, its token is good, and the caller has a request left. A request that it answers is counted and logged,
 * as every other one.
 *
 * @param isFree whether it costs nothing, as {@link RateLimitFilter} says
 * @param logged how the request that it was made for stands in the log
 */
record WorldFreshness(
        ServerContext server,
        HostedWorld hosted,
        WorldRuntime runtime,
        CachedResponse kept,
        Optional<Token> token,
        RateLimitQuota quota,
        boolean isFree,
        LoggedRequest logged)
        implements Freshness {

    /** That of the answer to a request. */
    static WorldFreshness of(RequestContext exchange, CachedResponse kept, int status) {
        return new WorldFreshness(
                exchange.server(),
                exchange.hostedWorld(),
                exchange.runtime(),
                kept,
                exchange.caller().token(),
                exchange.quota(exchange.operation().orElseThrow().limit()),
                status == 304 && exchange.caller().kind() != CredentialKind.ANONYMOUS,
                exchange.progress().logged());
    }

    @Override
    public Optional<Map<String, String>> reuse(Supplier<Map<String, List<String>>> headers, long begun) {
        Instant system = server.clock().instant();
        Optional<World> same = hosted.store().settledAt(system).filter(kept::isOf);
        if (same.isEmpty() || !runtime.faults().isEmpty() || !hosted.journal().isDurable()) {
            return Optional.empty();
        }
        World world = same.get();
        Instant now = world.settings().clock().at(system);
        if (token.filter(one -> !one.isGood(now)).isPresent()) {
            return Optional.empty();
        }
        Optional<RateLimiter.Window> window =
                count(now, world.settings().rateLimit().off());
        if (window.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> own = window.get().headers();
        own.put(HttpHeaders.DATE, Timestamps.http(now));
        own.put(ResponseHeadersFilter.REQUEST_ID, ResponseHeadersFilter.requestId());
        log(now, system, headers.get(), own, begun);
        return Optional.of(own);
    }

    private Optional<RateLimiter.Window> count(Instant now, boolean isUnlimited) {
        RateLimiter limits = runtime.rateLimiter();
        Optional<RateLimiter.Window> counted =
                isUnlimited ? Optional.of(limits.count(quota, now)) : limits.countIfLeft(quota, now);
        return counted.map(window -> isFree ? limits.giveBack(quota, now) : window);
    }

    private void log(Instant now, Instant system, Map<String, List<String>> came, Map<String, String> own, long begun) {
        Map<String, List<String>> headers = RequestLogFilter.asTheyCame(
                came, value(came, HttpHeaders.ACCEPT), value(came, HttpHeaders.CONTENT_TYPE));
        LoggedRequest again = logged.again(now, system, headers, own, System.nanoTime() - begun);
        RequestLogFilter.count(server, again, AnswerSource.STORE);
        runtime.requests().add(again::numbered);
    }

    private static String value(Map<String, List<String>> headers, String name) {
        for (Map.Entry<String, List<String>> header : headers.entrySet()) {
            if (header.getKey().equalsIgnoreCase(name)) {
                return String.join(",", header.getValue());
            }
        }
        return null;
    }
}
