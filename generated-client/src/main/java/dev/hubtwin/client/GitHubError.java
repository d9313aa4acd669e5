package dev.hubtwin.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hubtwin.client.invoker.ApiException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What GitHub says when it refuses.
 *
 * @param status of the answer; 0 if there was none
 * @param message what is wrong, in words; empty if nothing is said
 * @param errors what is wrong, thing by thing
 * @param documentationUrl where it is explained; null if that is not said
 * @param retryAfter how long to wait before asking again, if that is said
 */
public record GitHubError(
        int status,
        String message,
        List<Detail> errors,
        @Nullable String documentationUrl,
        Optional<Duration> retryAfter) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** One thing that is wrong; what is not said is null. A mere sentence is a message. */
    public record Detail(
            @Nullable String resource,
            @Nullable String field,
            @Nullable String code,
            @Nullable String message) {}

    /** What a refused call was told. Whatever came back, there is an error to it. */
    public static GitHubError of(ApiException refusal) {
        JsonNode body = body(refusal.getResponseBody());
        List<Detail> errors = new ArrayList<>();
        body.path("errors").forEach(error -> errors.add(detail(error)));
        return new GitHubError(
                refusal.getCode(),
                body.path("message").asText(""),
                List.copyOf(errors),
                body.path("documentation_url").textValue(),
                refusal.getResponseHeaders() == null
                        ? Optional.empty()
                        : Retries.retryAfter(refusal.getResponseHeaders()));
    }

    private static JsonNode body(@Nullable String text) {
        try {
            return text == null ? JSON.missingNode() : JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return JSON.missingNode(); // a page for people, say
        }
    }

    private static Detail detail(JsonNode error) {
        return error.isTextual()
                ? new Detail(null, null, null, error.textValue())
                : new Detail(
                        error.path("resource").textValue(),
                        error.path("field").textValue(),
                        error.path("code").textValue(),
                        error.path("message").textValue());
    }
}
