package dev.hubtwin.internal.pipeline;

import dev.hubtwin.internal.api.model.ApiVersion;
import dev.hubtwin.internal.auth.AccessPolicy;
import dev.hubtwin.internal.auth.CredentialKind;
import dev.hubtwin.internal.exchange.RequestContext;
import dev.hubtwin.internal.jetty.CommonHeaders;
import dev.hubtwin.internal.openapi.Operation;
import dev.hubtwin.internal.rest.Dialect;
import dev.hubtwin.internal.rest.MediaTypes;
import dev.hubtwin.internal.rest.ReasonPhrases;
import dev.hubtwin.internal.rest.Timestamps;
import dev.hubtwin.internal.world.app.App;
import dev.hubtwin.internal.world.token.Grant;
import dev.hubtwin.internal.world.token.Token;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** The headers of every answer of the API (conventions, sections 3 and 5 to 8). */
@Priority(ResponseHeadersFilter.PRIORITY)
public final class ResponseHeadersFilter implements ContainerResponseFilter {

    /** After the body has been written and named. */
    static final int PRIORITY = 1000;

    /** The header that names one answer. */
    static final String REQUEST_ID = "X-GitHub-Request-Id";

    private static final String EXPIRATION = "GitHub-Authentication-Token-Expiration";
    private static final String VARY = "Accept-Encoding, Accept, X-Requested-With";

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

    private static final CommonHeaders ENCODED = new CommonHeaders(ALWAYS);

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        RequestContext exchange = RequestContext.of(request);
        MultivaluedMap<String, Object> headers = response.getHeaders();
        headers.putSingle(HttpHeaders.DATE, Timestamps.http(exchange.now()));
        if (exchange.operation().filter(Operation::isOwn).isPresent()) {
            return;
        }
        addAlways(exchange, request, headers);
        ofThisAnswer(exchange.links().dialect(), exchange.version(), response.getStatus(), exchange.accept())
                .forEach(headers::putSingle);
        addCaching(exchange, response);
        addAccess(exchange, headers);
        exchange.caller()
                .token()
                .map(Token::expiresAt)
                .ifPresent(end -> headers.putSingle(EXPIRATION, Timestamps.plain(end)));
        exchange.window().ifPresent(window -> window.headers().forEach(headers::putSingle));
        exchange.progress().faultHeaders().forEach(headers::putSingle);
    }

    /**
     * The headers that no answer goes without.
     *
     * @param version what is spoken where there is a choice
     * @param accept what the request accepts; null if it does not say
     */
    static Map<String, String> ofEveryAnswer(Dialect dialect, ApiVersion version, int status, String accept) {
        Map<String, String> headers = new LinkedHashMap<>(ALWAYS);
        headers.putAll(ofThisAnswer(dialect, version, status, accept));
        return headers;
    }

    /** A fault may say otherwise. */
    private static void addAlways(
            RequestContext exchange, ContainerRequestContext request, MultivaluedMap<String, Object> headers) {
        if (exchange.progress().faultHeaders().isEmpty()) {
            ENCODED.addTo(request);
        } else {
            ALWAYS.forEach(headers::putSingle);
        }
    }

    private static Map<String, String> ofThisAnswer(Dialect dialect, ApiVersion version, int status, String accept) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(REQUEST_ID, requestId());
        headers.put("X-GitHub-Media-Type", MediaTypes.understood(accept));
        if (dialect == Dialect.ENTERPRISE) {
            headers.put("X-GitHub-Enterprise-Version", Dialect.ENTERPRISE_VERSION);
            headers.put("Status", ReasonPhrases.line(status));
            return headers;
        }
        headers.put("X-GitHub-Api-Version-Selected", version.text());
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
                            (isPublic ? "Accept," : "Accept, Authorization, Cookie, X-GitHub-OTP,") + VARY);
            return;
        }
        response.getHeaders().putSingle(HttpHeaders.VARY, VARY);
        if (exchange.operation().filter(Operation::isRateLimit).isPresent()) {
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
            headers.putSingle("X-Accepted-OAuth-Scopes", access.listedScopes());
        } else if (kind.hasPermissions() && access.kinds().contains(kind)) {
            headers.putSingle("X-Accepted-GitHub-Permissions", access.listedPermissions());
        }
        clientId(exchange).ifPresent(id -> headers.putSingle("X-OAuth-Client-Id", id));
    }

    /** The client id of the app whose token this is, of those that users gave. */
    private static Optional<String> clientId(RequestContext exchange) {
        Grant grant = exchange.caller().grant();
        return grant instanceof Grant.UserToServer of
                ? exchange.world().apps().app(of.appId()).map(App::clientId)
                : Optional.ofNullable(exchange.caller().oauthApp());
    }

    private static String sorted(Collection<String> scopes) {
        String[] words = scopes.toArray(String[]::new);
        Arrays.sort(words);
        return String.join(", ", words);
    }

    /** Five groups of hexadecimal digits, as GitHub's look. */
    static String requestId() {
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
