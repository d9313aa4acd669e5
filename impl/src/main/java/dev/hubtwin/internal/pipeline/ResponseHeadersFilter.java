package dev.hubtwin.internal.pipeline;

import dev.hubtwin.internal.auth.AccessPolicy;
import dev.hubtwin.internal.auth.CredentialKind;
import dev.hubtwin.internal.exchange.RequestContext;
import dev.hubtwin.internal.openapi.Operation;
import dev.hubtwin.internal.rest.Dialect;
import dev.hubtwin.internal.rest.MediaTypes;
import dev.hubtwin.internal.rest.Timestamps;
import dev.hubtwin.internal.world.token.Token;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/** The headers of every answer of the API (conventions, sections 3 and 5 to 8). */
@Priority(ResponseHeadersFilter.PRIORITY)
public final class ResponseHeadersFilter implements ContainerResponseFilter {

    /** After the body has been written and named. */
    static final int PRIORITY = 1000;

    private static final String EXPIRATION = "GitHub-Authentication-Token-Expiration";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final Map<String, String> ALWAYS = Map.of(
            "Strict-Transport-Security",
            "max-age=31536000; includeSubdomains; preload",
            "X-Frame-Options",
            "deny",
            "X-Content-Type-Options",
            "nosniff",
            "X-XSS-Protection",
            "0",
            "Referrer-Policy",
            "origin-when-cross-origin, strict-origin-when-cross-origin",
            "Content-Security-Policy",
            "default-src 'none'",
            "Access-Control-Allow-Origin",
            "*",
            "Access-Control-Expose-Headers",
            "ETag, Link, Location, Retry-After, X-GitHub-OTP, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Used, "
                    + "X-RateLimit-Resource, X-RateLimit-Reset, X-OAuth-Scopes, X-Accepted-OAuth-Scopes, X-Poll-Interval, "
                    + "X-GitHub-Media-Type, X-GitHub-SSO, X-GitHub-Request-Id, Deprecation, Sunset");

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        RequestContext exchange = RequestContext.of(request);
        MultivaluedMap<String, Object> headers = response.getHeaders();
        headers.putSingle(HttpHeaders.DATE, Timestamps.http(exchange.now()));
        if (exchange.operation().filter(Operation::isOwn).isPresent()) {
            return;
        }
        ofEveryAnswer(exchange.links().dialect(), exchange.accept()).forEach(headers::putSingle);
        addCaching(exchange, response);
        addAccess(exchange, headers);
        exchange.caller()
                .token()
                .map(Token::expiresAt)
                .ifPresent(end -> headers.putSingle(EXPIRATION, Timestamps.plain(end)));
        exchange.window().ifPresent(window -> window.headers().forEach(headers::putSingle));
    }

    /**
     * The headers that no answer goes without.
     *
     * @param accept what the request accepts; null if it does not say
     */
    static Map<String, String> ofEveryAnswer(Dialect dialect, String accept) {
        Map<String, String> headers = new LinkedHashMap<>(ALWAYS);
        headers.put("X-GitHub-Request-Id", requestId());
        headers.put("X-GitHub-Media-Type", MediaTypes.understood(accept));
        headers.put(dialect.versionHeader(), dialect.version());
        return headers;
    }

    private static void addCaching(RequestContext exchange, ContainerResponseContext response) {
        if (response.getHeaders().containsKey(HttpHeaders.ETAG)) {
            boolean isPublic = exchange.caller().kind() == CredentialKind.ANONYMOUS
                    || exchange.caller().kind() == CredentialKind.APP;
            response.getHeaders()
                    .putSingle(
                            HttpHeaders.CACHE_CONTROL, (isPublic ? "public" : "private") + ", max-age=60, s-maxage=60");
            response.getHeaders()
                    .putSingle(
                            HttpHeaders.VARY,
                            "Accept, Authorization, Cookie, X-GitHub-OTP,Accept-Encoding, Accept, X-Requested-With");
        } else if (exchange.operation().filter(Operation::isRateLimit).isPresent()) {
            response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-cache");
        }
    }

    private static void addAccess(RequestContext exchange, MultivaluedMap<String, Object> headers) {
        if (exchange.operation().isEmpty()) {
            return;
        }
        AccessPolicy access = exchange.operation().get().access();
        CredentialKind kind = exchange.caller().kind();
        if (kind.hasScopes()) {
            headers.putSingle("X-OAuth-Scopes", sorted(exchange.caller().scopes()));
            headers.putSingle("X-Accepted-OAuth-Scopes", sorted(access.acceptedScopes()));
        } else if (kind.hasPermissions() && !access.permissions().isEmpty()) {
            headers.putSingle(
                    "X-Accepted-GitHub-Permissions",
                    access.permissions().entrySet().stream()
                            .map(need -> need.getKey() + "=" + need.getValue().word())
                            .collect(Collectors.joining("; ")));
        }
    }

    private static String sorted(Collection<String> scopes) {
        return scopes.stream().sorted().collect(Collectors.joining(", "));
    }

    /** Five groups of hexadecimal digits, as GitHub's look. */
    private static String requestId() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long first = random.nextLong();
        long last = random.nextLong();
        return String.join(
                ":",
                HEX.toHexDigits(first, 4),
                HEX.toHexDigits(first >>> 16, 4),
                HEX.toHexDigits(first >>> 32, 6),
                HEX.toHexDigits(last, 6),
                HEX.toHexDigits(last >>> 32, 8));
    }
}
