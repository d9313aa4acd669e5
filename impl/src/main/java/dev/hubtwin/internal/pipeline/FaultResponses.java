package dev.hubtwin.internal.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hubtwin.internal.exchange.RequestContext;
import dev.hubtwin.internal.faults.ArmedFault;
import dev.hubtwin.internal.faults.Fault;
import dev.hubtwin.internal.ratelimit.RateLimitQuota;
import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.rest.Dialect;
import dev.hubtwin.internal.rest.Links;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;

/** What is answered in the rule's place: the body that was given, or a limit's, or the description's example. */
public final class FaultResponses {

    private static final Integer A_MINUTE = 60;
    private static final String PAGE = "text/html; charset=utf-8";
    private static final JsonNode SERVER_ERROR =
            JsonNodeFactory.instance.objectNode().put("message", "Server Error");

    private final ApiExceptionMapper refusals;
    private final ObjectMapper json;

    @Inject
    public FaultResponses(ApiExceptionMapper refusals, ObjectMapper json) {
        this.refusals = refusals;
        this.json = json;
    }

    Response answer(RequestContext exchange, ArmedFault fault) {
        Fault.Effect effect = fault.fault().effect();
        Response.ResponseBuilder answer = effect.limit() == null
                ? example(exchange, effect.status())
                : Response.fromResponse(refusals.toResponse(refusal(exchange, effect)));
        if (effect.body() instanceof String text && Fault.GATEWAY.contains(effect.status())) {
            answer.type(text.isEmpty() ? null : PAGE).entity(text.isEmpty() ? null : text.getBytes(UTF_8));
        } else if (effect.body() != null) {
            answer.type(MediaType.APPLICATION_JSON_TYPE).entity(json.valueToTree(effect.body()));
        }
        if (effect.limit() == null && effect.status() >= 400) {
            exchange.progress().refused("Fault " + fault.id() + " struck.");
        }
        boolean needsSeconds = effect.retryAfter() == null && effect.limit() == Fault.Limit.SECONDARY;
        return answer.header(HttpHeaders.RETRY_AFTER, needsSeconds ? A_MINUTE : effect.retryAfter())
                .build();
    }

    private static ApiException refusal(RequestContext exchange, Fault.Effect effect) {
        if (effect.limit() == Fault.Limit.SECONDARY) {
            return ApiException.secondaryLimit(effect.status());
        }
        RateLimitQuota quota = exchange.quota(exchange.operation().orElseThrow().limit());
        exchange.counted(exchange.runtime().rateLimiter().exhaust(quota, exchange.now()), () -> {});
        return ApiException.rateLimited(effect.status(), quota.refusal());
    }

    /** A redirection leads to where its body says, else to where the request came: round and round. */
    private Response.ResponseBuilder example(RequestContext exchange, int status) {
        boolean isEnterprise = exchange.links().dialect() == Dialect.ENTERPRISE;
        JsonNode body = exchange.operation()
                .flatMap(operation -> operation.example(status))
                .map(example -> isEnterprise ? example.documented() : example.body())
                .orElse(Fault.GATEWAY.contains(status) ? SERVER_ERROR : null);
        Response.ResponseBuilder answer = Response.status(status);
        String location = exchange.links().api(exchange.path());
        if (body != null) {
            JsonNode here = here(body, exchange);
            location = here.path("url").asText(location);
            if (status >= 400) {
                speak(here, status, exchange);
            }
            answer.type(MediaType.APPLICATION_JSON_TYPE).entity(here.isTextual() ? here.textValue() : here);
        }
        return exchange.operation().orElseThrow().locates(status)
                ? answer.header(HttpHeaders.LOCATION, location)
                : answer;
    }

    /** The example as this server would say it: its URLs lead here. */
    private JsonNode here(JsonNode example, RequestContext exchange) {
        Links links = exchange.links();
        String authority = links.server().replaceFirst("^https?://", "");
        String text = example.toString()
                .replace("https://api.github.com", links.root())
                .replace("https://github.com", links.html(""))
                .replace("https://svn.github.com", links.html(""))
                .replace("git:github.com", "git://" + authority)
                .replace("git@github.com", "git@" + authority);
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Only github.com repeats the status, and not beside a code (R33). */
    private static void speak(JsonNode error, int status, RequestContext exchange) {
        if (error instanceof ObjectNode object
                && object.path("documentation_url").isTextual()) {
            object.put("documentation_url", ApiExceptionMapper.documentation(exchange));
            object.remove("status");
            if (exchange.links().dialect() == Dialect.GITHUB_COM && !object.has("code")) {
                object.put("status", Integer.toString(status));
            }
        }
    }
}
