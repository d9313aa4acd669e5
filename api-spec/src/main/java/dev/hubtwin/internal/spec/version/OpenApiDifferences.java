package dev.hubtwin.internal.spec.version;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hubtwin.internal.spec.version.DescriptionPair.OperationPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.model.Changed;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.model.ChangedOperation;

/** What openapi-diff finds. */
final class OpenApiDifferences {

    private OpenApiDifferences() {}

    static List<BreakingChange> breaking(DescriptionPair descriptions) {
        DescriptionPair different = withoutWhatIsTheSame(descriptions);
        if (different.before().path("paths").isEmpty()) {
            return List.of();
        }
        ChangedOpenApi difference = OpenApiCompare.fromContents(
                different.before().toString(), different.after().toString());
        List<BreakingChange> changes = new ArrayList<>();
        difference
                .getMissingEndpoints()
                .forEach(endpoint ->
                        changes.add(new BreakingChange(endpoint.getMethod() + " " + endpoint.getPathUrl(), "is gone")));
        difference.getChangedOperations().stream()
                .filter(Changed::isIncompatible)
                .forEach(operation -> parts(operation)
                        .forEach(part -> changes.add(
                                new BreakingChange(operation.getHttpMethod() + " " + operation.getPathUrl(), part))));
        return changes;
    }

    private static List<String> parts(ChangedOperation operation) {
        List<String> parts = new ArrayList<>();
        if (isIncompatible(operation.getParameters())) {
            parts.add("parameters are incompatible");
        }
        if (isIncompatible(operation.getRequestBody())) {
            parts.add("the body is incompatible");
        }
        if (isIncompatible(operation.getSecurityRequirements())) {
            parts.add("the security is incompatible");
        }
        if (operation.getApiResponses() != null) {
            operation
                    .getApiResponses()
                    .getMissing()
                    .keySet()
                    .forEach(status -> parts.add("answers " + status + " no longer"));
            operation.getApiResponses().getChanged().forEach((status, answer) -> {
                if (answer.isIncompatible()) {
                    parts.add("the answer " + status + " is incompatible");
                }
            });
        }
        return parts;
    }

    private static boolean isIncompatible(Changed part) {
        return part != null && part.isIncompatible();
    }

    /** It takes seconds for a large description, whether that has changed or not. */
    private static DescriptionPair withoutWhatIsTheSame(DescriptionPair descriptions) {
        DescriptionPair copy = new DescriptionPair(
                descriptions.before().deepCopy(), descriptions.after().deepCopy());
        descriptions.operations().stream()
                .filter(operation -> isSame(descriptions, operation))
                .forEach(operation -> {
                    remove(copy.before(), operation.name());
                    remove(copy.after(), operation.name());
                });
        return copy;
    }

    private static boolean isSame(DescriptionPair descriptions, OperationPair operation) {
        return operation.before().equals(operation.after())
                && DescriptionPair.needs(descriptions.before(), operation.before())
                        .equals(DescriptionPair.needs(descriptions.after(), operation.after()));
    }

    private static void remove(JsonNode description, String name) {
        String[] parts = name.split(" ", 2);
        ObjectNode paths = (ObjectNode) description.path("paths");
        ObjectNode item = (ObjectNode) paths.get(parts[1]);
        item.remove(parts[0].toLowerCase(Locale.ROOT));
        if (item.isEmpty()) {
            paths.remove(parts[1]);
        }
    }
}
