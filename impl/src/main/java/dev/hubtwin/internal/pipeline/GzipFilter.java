package dev.hubtwin.internal.pipeline;

import dev.hubtwin.internal.cache.CachedResponse;
import dev.hubtwin.internal.jetty.StreamedBody;
import dev.hubtwin.internal.rest.Gzip;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/**
 * Sends an answer under gzip to who asks for it, where that saves something. Its tag is weak, and stays. What is stored
 * under gzip is expanded for the others.
 */
@Priority(GzipFilter.PRIORITY)
public final class GzipFilter implements ContainerResponseFilter {

    /** After all headers are there. */
    static final int PRIORITY = 500;

    private static final int LEAST_BYTES = 512;
    private static final Pattern CODING = Pattern.compile(
            "\\s*(gzip|x-gzip|identity|\\*)\\s*(?:;\\s*q\\s*=\\s*([01](?:\\.[0-9]{0,3})?)\\s*)?",
            Pattern.CASE_INSENSITIVE);

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() != 200) {
            return;
        }
        if (response.getEntity() instanceof StreamedBody body) {
            compress(body, request, response);
        } else if (response.getEntity() instanceof byte[] body && body.length >= LEAST_BYTES) {
            compress(body, request, response);
        }
    }

    private static void compress(
            StreamedBody body, ContainerRequestContext request, ContainerResponseContext response) {
        vary(response);
        if (isAskedFor(request.getHeaderString(HttpHeaders.ACCEPT_ENCODING))) {
            StreamedBody compressed = out -> {
                GZIPOutputStream gzip = new GZIPOutputStream(out);
                body.writeTo(gzip);
                gzip.finish();
            };
            response.setEntity(compressed);
            response.getHeaders().putSingle(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
    }

    private static void vary(ContainerResponseContext response) {
        if (!response.getHeaders().containsKey(HttpHeaders.VARY)) {
            response.getHeaders().putSingle(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        }
    }

    private static void compress(byte[] body, ContainerRequestContext request, ContainerResponseContext response) {
        vary(response);
        boolean isAskedFor = isAskedFor(request.getHeaderString(HttpHeaders.ACCEPT_ENCODING));
        if (response.getHeaders().containsKey(HttpHeaders.CONTENT_ENCODING)) {
            if (!isAskedFor) {
                response.setEntity(Gzip.expand(body));
                response.getHeaders().remove(HttpHeaders.CONTENT_ENCODING);
            }
        } else if (isAskedFor) {
            CachedResponse kept = CacheLookupFilter.of(request);
            response.setEntity(kept == null ? Gzip.compress(body) : kept.compressed());
            response.getHeaders().putSingle(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
    }

    /**
     * Whether an {@code Accept-Encoding} header, which may be null, wants gzip at least as much as nothing of the kind.
     */
    static boolean isAskedFor(String header) {
        double gzip = -1;
        double any = -1;
        double identity = 0;
        for (String coding : header == null ? new String[0] : header.split(",")) {
            Matcher parts = CODING.matcher(coding);
            if (parts.matches()) {
                double weight = parts.group(2) == null ? 1 : Double.parseDouble(parts.group(2));
                switch (parts.group(1).toLowerCase(Locale.ROOT)) {
                    case "identity" -> identity = weight;
                    case "*" -> any = weight;
                    default -> gzip = Math.max(gzip, weight);
                }
            }
        }
        double wanted = gzip < 0 ? any : gzip;
        return wanted > 0 && wanted >= identity;
    }
}
