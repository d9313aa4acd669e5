package dev.hubtwin.internal.spec.version;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.spec.version.DescriptionPair.OperationPair;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What breaks in operations and in the names that code is generated with. */
final class OperationRules {

    private static final List<String> LEVELS = List.of("read", "write", "admin");

    private OperationRules() {}

    /** Who could call can call, and a refusal has the status that it had. */
    static List<BreakingChange> credentials(DescriptionPair descriptions) {
        List<BreakingChange> changes = new ArrayList<>();
        for (OperationPair operation : descriptions.operations()) {
            JsonNode before = operation.before().path("x-hubtwin-credentials");
            JsonNode after = operation.after().path("x-hubtwin-credentials");
            if (!before.equals(after)) {
                credentials(before, after).forEach(what -> changes.add(new BreakingChange(operation.name(), what)));
            }
        }
        return changes;
    }

    private static List<String> credentials(JsonNode before, JsonNode after) {
        List<String> losses = new ArrayList<>();
        Set<String> kinds = texts(before.path("kinds"));
        kinds.removeAll(texts(after.path("kinds")));
        if (!kinds.isEmpty()) {
            losses.add("admits no longer " + kinds);
        }
        Set<String> enough = scopes(before);
        Set<String> stillEnough = scopes(after);
        if (!stillEnough.isEmpty() && (enough.isEmpty() || !stillEnough.containsAll(enough))) {
            losses.add("needs a scope of " + stillEnough);
        }
        for (String where : List.of("permissions", "accepted_permissions", "repository_permissions")) {
            after.path(where).properties().stream()
                    .filter(permission -> level(permission.getValue())
                            > level(before.path(where).path(permission.getKey())))
                    .forEach(permission -> losses.add("needs " + permission.getKey() + ": "
                            + permission.getValue().asText()));
        }
        if (after.has("role") && !after.path("role").equals(before.path("role"))) {
            losses.add("needs the role " + after.path("role").asText());
        }
        before.path("refusals").properties().stream()
                .filter(refusal -> after.path("refusals").has(refusal.getKey())
                        && !refusal.getValue().equals(after.path("refusals").get(refusal.getKey())))
                .forEach(refusal -> losses.add("refuses want of " + refusal.getKey() + " in another way"));
        return losses;
    }

    /** Methods of clients are called after them. */
    static List<BreakingChange> operationIds(DescriptionPair descriptions) {
        return descriptions.operations().stream()
                .filter(operation -> !id(operation.before()).equals(id(operation.after())))
                .map(operation -> new BreakingChange(
                        operation.name(), id(operation.before()) + " is now called " + id(operation.after())))
                .toList();
    }

    /** Classes of clients are called after them. */
    static List<BreakingChange> schemaNames(DescriptionPair descriptions) {
        return names(descriptions.before())
                .filter(name -> !descriptions.after().at("/components/schemas").has(name))
                .map(name -> new BreakingChange("schema " + name, "is gone"))
                .toList();
    }

    private static Stream<String> names(JsonNode description) {
        List<String> names = new ArrayList<>();
        description.at("/components/schemas").fieldNames().forEachRemaining(names::add);
        return names.stream();
    }

    private static String id(JsonNode operation) {
        return operation.path("operationId").asText();
    }

    /** The scopes one of which is enough; none where none is needed. */
    private static Set<String> scopes(JsonNode credentials) {
        JsonNode scopes = credentials.path("scopes");
        return texts(scopes.has("required") ? scopes.path("required") : scopes.path("accepted"));
    }

    private static int level(JsonNode permission) {
        return LEVELS.indexOf(permission.asText());
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new LinkedHashSet<>();
        array.forEach(element -> texts.add(element.asText()));
        return texts;
    }
}
