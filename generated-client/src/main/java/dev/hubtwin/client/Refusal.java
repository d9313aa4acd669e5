package dev.hubtwin.client;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * What there is to say of a call that did not succeed.
 *
 * @param request its method and path, without what is secret
 * @param status of the answer; 0 if there was none
 * @param reason in GitHub's words, or in those of the client
 */
record Refusal(
        String operation,
        String request,
        int status,
        String reason,
        @Nullable String documentationUrl,
        @Nullable String requestId) {

    static Refusal of(Call call, Answer answer, JsonNode body) {
        String reason =
                body.path("message").asText(body.path("error_description").asText(""));
        return new Refusal(
                call.operation(),
                call.shown(),
                answer.status(),
                reason,
                body.path("documentation_url").textValue(),
                answer.header("X-GitHub-Request-Id").orElse(null));
    }

    /** A call without an answer, or with one that is of no use. */
    static Refusal of(Call call, String reason) {
        return new Refusal(call.operation(), call.shown(), 0, reason, null, null);
    }

    Refusal with(String otherReason) {
        return new Refusal(operation, request, status, otherReason, documentationUrl, requestId);
    }

    @Override
    public String toString() {
        StringBuilder text =
                new StringBuilder(request).append(" (").append(operation).append(")");
        text.append(status == 0 ? " has no answer" : " was answered " + status);
        text.append(reason.isEmpty() ? "" : ": " + reason);
        text.append(documentationUrl == null ? "" : "; see " + documentationUrl);
        text.append(requestId == null ? "" : " (request " + requestId + ")");
        return text.toString();
    }
}
