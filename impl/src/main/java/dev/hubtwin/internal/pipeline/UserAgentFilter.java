package dev.hubtwin.internal.pipeline;

import dev.hubtwin.internal.api.model.ApiVersion;
import dev.hubtwin.internal.exchange.PipelineStage;
import dev.hubtwin.internal.exchange.RequestContext;
import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.rest.Dialect;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.stream.Stream;

/**
 * What github.com wants of the program that calls: its name, and no version but one it has (conventions, section 8).
 */
@PreMatching
@Priority(FilterPriorities.CLIENT)
public final class UserAgentFilter implements ContainerRequestFilter {

    private static final String VERSION = "X-GitHub-Api-Version";

    @Override
    public void filter(ContainerRequestContext request) {
        RequestContext exchange = RequestContext.at(PipelineStage.CLIENT, request);
        if (exchange.links().dialect() != Dialect.GITHUB_COM
                || exchange.operation().orElseThrow().isOwn()) {
            return;
        }
        if (isMissing(request.getHeaderString(HttpHeaders.USER_AGENT))) {
            throw ApiException.noUserAgent();
        }
        String version = request.getHeaderString(VERSION);
        if (!isMissing(version)) {
            exchange.versionIs(version(version));
        }
    }

    private static ApiVersion version(String text) {
        return Stream.of(ApiVersion.values())
                .filter(one -> one.text().equals(text.trim()))
                .findFirst()
                .orElseThrow(() -> ApiException.unknownVersion(text));
    }

    private static boolean isMissing(String header) {
        return header == null || header.isBlank();
    }
}
