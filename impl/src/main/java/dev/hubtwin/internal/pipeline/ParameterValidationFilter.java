package dev.hubtwin.internal.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.exchange.PipelineStage;
import dev.hubtwin.internal.exchange.RequestContext;
import dev.hubtwin.internal.openapi.Operation;
import dev.hubtwin.internal.openapi.SchemaErrorMessages;
import dev.hubtwin.internal.rest.ApiException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.UriInfo;
import java.math.BigInteger;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Holds the parameters against the contract. A number above its maximum gives the maximum (R38); any other value that a
 * parameter cannot have is a 422 where the operation documents one, else the default applies (decisions). The numbers
 * of pages are never refused (conventions, section 4).
 */
@PreMatching
@Priority(FilterPriorities.QUERY)
public final class ParameterValidationFilter implements ContainerRequestFilter {

    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]{1,100}");

    @Override
    public void filter(ContainerRequestContext request) {
        RequestContext exchange = RequestContext.at(PipelineStage.QUERY, request);
        Operation operation = exchange.operation().orElseThrow();
        exchange.pathParameters().forEach((name, value) -> checkPath(operation, name, value));
        UriInfo uri = request.getUriInfo();
        for (Operation.Parameter parameter : operation.query()) {
            List<String> values = uri.getQueryParameters().get(parameter.name());
            if (values != null) {
                String value = values.get(0);
                String fit = fit(parameter.schema(), value);
                if (fit == null
                        && !parameter.isLenient()
                        && operation.statuses().contains(422)) {
                    throw ApiException.invalidRequest(SchemaErrorMessages.parameter("query", parameter, value));
                }
                if (!value.equals(fit) || values.size() > 1) {
                    replace(request, parameter.name(), fit);
                }
            }
        }
        exchange.progress().reach(PipelineStage.RULE);
    }

    /** What has no pattern is a name that may lead nowhere, and no more. */
    private static void checkPath(Operation operation, String name, String value) {
        operation.inPath().stream()
                .filter(parameter -> parameter.name().equals(name) && !fitsPattern(parameter.schema(), value))
                .findFirst()
                .ifPresent(parameter -> {
                    throw ApiException.invalidRequest(SchemaErrorMessages.parameter("path", parameter, value));
                });
    }

    private static boolean fitsPattern(JsonNode schema, String value) {
        return !schema.has("pattern") || value.matches(schema.path("pattern").textValue());
    }

    private static void replace(ContainerRequestContext request, String name, String fit) {
        Object[] values = fit == null ? null : new Object[] {fit};
        request.setRequestUri(request.getUriInfo()
                .getRequestUriBuilder()
                .replaceQueryParam(name, values)
                .build());
    }

    /** The value as the parameter takes it, or null if it cannot. */
    private static String fit(JsonNode schema, String value) {
        if (schema.path("type").asText().equals("integer")) {
            return fitInteger(schema, value);
        }
        if (schema.path("format").asText().equals("date-time")) {
            return fitTime(value);
        }
        if (schema.path("type").asText().equals("boolean")) {
            return value.equals("true") || value.equals("false") ? value : null;
        }
        if (!schema.has("enum")) {
            return fitsPattern(schema, value) ? value : null;
        }
        for (JsonNode allowed : schema.path("enum")) {
            if (allowed.asText().equals(value)) {
                return value;
            }
        }
        return null;
    }

    private static String fitTime(String value) {
        try {
            return OffsetDateTime.parse(value).toInstant().toString();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static String fitInteger(JsonNode schema, String value) {
        if (!INTEGER.matcher(value).matches()) {
            return null;
        }
        BigInteger number = new BigInteger(value);
        long highest = schema.path("format").asText().equals("int64") ? Long.MAX_VALUE : Integer.MAX_VALUE;
        BigInteger least = BigInteger.valueOf(schema.path("minimum").asLong(-highest));
        BigInteger most = BigInteger.valueOf(schema.path("maximum").asLong(highest));
        return number.compareTo(least) < 0 ? null : number.min(most).toString();
    }
}
