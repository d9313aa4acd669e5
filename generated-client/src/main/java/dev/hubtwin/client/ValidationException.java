package dev.hubtwin.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The request is not one that GitHub can do (400, 422); {@link #errors} say why, if it says so one by one. */
public final class ValidationException extends GitHubException {

    private static final long serialVersionUID = 1;

    private final transient List<FieldError> errors;

    /**
     * One thing that is wrong; what GitHub does not say is null.
     *
     * @param resource the kind of thing, such as {@code Hook}
     * @param field the member of the body
     * @param code such as {@code missing_field} or {@code already_exists}
     * @param message in words
     */
    public record FieldError(
            @Nullable String resource,
            @Nullable String field,
            @Nullable String code,
            @Nullable String message) {

        private static FieldError of(JsonNode error) {
            return error.isTextual()
                    ? new FieldError(null, null, null, error.textValue())
                    : new FieldError(
                            error.path("resource").textValue(),
                            error.path("field").textValue(),
                            error.path("code").textValue(),
                            error.path("message").textValue());
        }

        @Override
        public String toString() {
            String what = String.join(".", List.of(text(resource), text(field))).replaceAll("^\\.|\\.$", "");
            return List.of(what, text(code), text(message)).stream()
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(" "));
        }

        private static String text(@Nullable String text) {
            return text == null ? "" : text;
        }
    }

    ValidationException(Refusal refusal, JsonNode body) {
        this(refusal, errors(body));
    }

    private ValidationException(Refusal refusal, List<FieldError> errors) {
        super(errors.isEmpty() ? refusal : refusal.with(refusal.reason() + " " + errors), null);
        this.errors = errors;
    }

    private static List<FieldError> errors(JsonNode body) {
        List<FieldError> errors = new ArrayList<>();
        JsonNode said = body.path("errors");
        if (said.isTextual()) {
            errors.add(FieldError.of(said));
        }
        said.forEach(error -> errors.add(FieldError.of(error)));
        return List.copyOf(errors);
    }

    /** Returns what is wrong, thing by thing; empty if that is not said. */
    public List<FieldError> errors() {
        return errors;
    }
}
