package dev.hubtwin.internal.openapi;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import dev.hubtwin.internal.api.model.ValidationErrorCode;
import dev.hubtwin.internal.api.model.ValidationErrorDetail;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is wrong with a request, in the sentences of GitHub's own schema check (conventions, section 1). */
public final class SchemaErrorMessages {

    private SchemaErrorMessages() {}

    /** The sentences for a body that does not fit {@code schema}, one a line. */
    static String body(RequestBodySchema schema, List<Error> errors) {
        Set<String> mistyped = errors.stream()
                .filter(SchemaErrorMessages::isOfType)
                .map(SchemaErrorMessages::at)
                .collect(Collectors.toSet());
        return errors.stream()
                .filter(error ->
                        isOfType(error) || !mistyped.contains(at(error))) // what is of no type fits no enum either
                .map(error -> sentence(schema, error))
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    private static boolean isOfType(Error error) {
        return error.getKeyword().equals("type") || error.getKeyword().equals("nullable");
    }

    /** The sentence for a member that fits its schema and cannot be read all the same. */
    public static String unreadable(List<JsonMappingException.Reference> path, JsonNode body) {
        StringBuilder pointer = new StringBuilder();
        path.forEach(part ->
                pointer.append('/').append(part.getFieldName() == null ? part.getIndex() : part.getFieldName()));
        return at(pointer.toString()) + show(body.at(pointer.toString())) + " is not valid.";
    }

    /** Returns the messages for a thing that is refused member by member (R108). */
    static List<ValidationErrorDetail> details(RequestBodySchema schema, String resource, List<Error> errors) {
        return errors.stream()
                .flatMap(error -> details(schema, resource, error))
                .distinct()
                .toList();
    }

    private static Stream<ValidationErrorDetail> details(RequestBodySchema schema, String resource, Error error) {
        Optional<String> missing = missing(error);
        if (missing.isEmpty()) {
            String field = field(error.getInstanceLocation().toString());
            return Stream.of(new ValidationErrorDetail(resource, ValidationErrorCode.INVALID, field, null));
        }
        return Stream.concat(
                Stream.of(new ValidationErrorDetail(resource, ValidationErrorCode.MISSING_FIELD, missing.get(), null)),
                schema
                        .missing(missing.get())
                        .map(said -> new ValidationErrorDetail(resource, ValidationErrorCode.CUSTOM, null, said))
                        .stream());
    }

    /** Returns the member that is missing, or null, which is the same; empty if something else is wrong. */
    private static Optional<String> missing(Error error) {
        String place = error.getInstanceLocation().toString();
        if (error.getKeyword().equals("required")) {
            return Optional.of(error.getProperty());
        }
        boolean isNull =
                error.getInstanceNode() != null && error.getInstanceNode().isNull();
        return isNull && !isElement(place) ? Optional.of(field(place)) : Optional.empty();
    }

    /** The last name of a place: an element of a list is wrong as the list is. */
    private static String field(String place) {
        String name = place;
        while (isElement(name)) {
            name = name.substring(0, name.lastIndexOf('/'));
        }
        return name.substring(name.lastIndexOf('/') + 1);
    }

    private static boolean isElement(String place) {
        return place.substring(place.lastIndexOf('/') + 1).matches("[0-9]+");
    }

    /** The sentence for a parameter in the {@code query} or {@code path} that cannot have {@code value}. */
    public static String parameter(String in, Operation.Parameter parameter, String value) {
        JsonNode schema = parameter.schema();
        if (schema.has("enum")) {
            return value + " is not a member of " + list(schema.path("enum")) + ".";
        }
        return "For '" + in + "/" + parameter.name() + "', \"" + value + "\" is not "
                + (schema.has("pattern")
                        ? "valid; it must match " + schema.path("pattern").textValue() + "."
                        : "a valid " + schema.path("type").asText() + ".");
    }

    private static String sentence(RequestBodySchema schema, Error error) {
        String value = show(error.getInstanceNode());
        JsonNode limit = error.getSchemaNode();
        return switch (error.getKeyword()) {
            case "required" -> "\"" + error.getProperty() + "\" wasn't supplied.";
            case "additionalProperties" -> "\"" + error.getProperty() + "\" is not a permitted key.";
            case "enum" -> at(error) + unquoted(error.getInstanceNode()) + " is not a member of " + list(limit) + ".";
            case "type", "nullable" ->
                at(error) + value + " is not " + article(types(error)) + (schema.takesNull(error) ? " or null." : ".");
            case "maxLength" -> at(error) + value + " is too long (maximum is " + limit.asText() + " characters).";
            case "minLength" -> at(error) + value + " is too short (minimum is " + limit.asText() + " characters).";
            case "maxItems" -> at(error) + "No more than " + limit.asText() + " items are allowed.";
            case "minItems" -> at(error) + "At least " + limit.asText() + " items are required.";
            case "minimum" -> at(error) + value + " must be greater than or equal to " + limit.asText() + ".";
            case "maximum" -> at(error) + value + " must be less than or equal to " + limit.asText() + ".";
            case "format" -> at(error) + value + " is not a valid " + limit.asText() + ".";
            default -> at(error) + value + " is not valid.";
        };
    }

    private static String at(Error error) {
        return at(error.getInstanceLocation().toString());
    }

    private static String at(String pointer) {
        StringBuilder place = new StringBuilder();
        for (String part : pointer.split("/")) {
            if (!part.isEmpty()) {
                place.append(place.length() == 0 ? "" : "/")
                        .append(part.matches("[0-9]+") ? part : "properties/" + part);
            }
        }
        return place.length() == 0 ? "" : "For '" + place + "', ";
    }

    private static String types(Error error) {
        JsonNode type = error.getSchemaNode();
        return type.isTextual() ? type.asText() : "value of its type";
    }

    private static String article(String type) {
        return (type.matches("[aeio].*") ? "an " : "a ") + type;
    }

    private static String unquoted(JsonNode value) {
        return value.isTextual() ? value.textValue() : show(value);
    }

    private static String show(JsonNode value) {
        return value == null || value.isNull() ? "nil" : value.toString();
    }

    private static String list(JsonNode allowed) {
        return allowed.toString().replace(",", ", ");
    }
}
