package dev.hubtwin.internal.spec.version;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.spec.version.SchemaPairs.Direction;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What breaks in schemas. */
final class SchemaRules {

    private SchemaRules() {}

    /** Whoever reads an answer may rely on a value where the description knew no null. */
    static List<BreakingChange> nullableAnswers(DescriptionPair descriptions) {
        List<BreakingChange> changes = new ArrayList<>();
        SchemaPairs.walk(descriptions, (direction, where, before, after) -> {
            if (direction == Direction.ANSWER && !isNullable(before) && isNullable(after)) {
                changes.add(new BreakingChange(where, "may be null in an answer"));
            }
        });
        return changes;
    }

    /** Whoever reads an answer may know the values that were described and no other. */
    static List<BreakingChange> widerAnswers(DescriptionPair descriptions) {
        List<BreakingChange> changes = new ArrayList<>();
        SchemaPairs.walk(descriptions, (direction, where, before, after) -> {
            if (direction == Direction.ANSWER && before.has("enum")) {
                Set<String> more = values(after);
                more.removeAll(values(before));
                if (!more.isEmpty() || !after.has("enum")) {
                    changes.add(new BreakingChange(
                            where, "may be " + (more.isEmpty() ? "anything" : more) + " in an answer"));
                }
            }
        });
        return changes;
    }

    /** What was taken is taken, and what is left out stands for the same. */
    static List<BreakingChange> requests(DescriptionPair descriptions) {
        List<BreakingChange> changes = new ArrayList<>();
        SchemaPairs.walk(descriptions, (direction, where, before, after) -> {
            if (direction == Direction.REQUEST) {
                losses(before, after).forEach(what -> changes.add(new BreakingChange(where, what)));
            }
        });
        return changes;
    }

    private static List<String> losses(JsonNode before, JsonNode after) {
        List<String> losses = new ArrayList<>();
        Set<String> lost = values(before);
        lost.removeAll(values(after));
        if (after.has("enum") && (!before.has("enum") || !lost.isEmpty())) {
            losses.add("takes no longer " + (lost.isEmpty() ? "any value" : lost));
        }
        for (String least : List.of("minimum", "minLength", "minItems", "minProperties")) {
            if (after.path(least).asDouble(Double.NEGATIVE_INFINITY)
                    > before.path(least).asDouble(Double.NEGATIVE_INFINITY)) {
                losses.add("has " + least + " " + after.path(least));
            }
        }
        for (String most : List.of("maximum", "maxLength", "maxItems", "maxProperties")) {
            if (after.path(most).asDouble(Double.POSITIVE_INFINITY)
                    < before.path(most).asDouble(Double.POSITIVE_INFINITY)) {
                losses.add("has " + most + " " + after.path(most));
            }
        }
        if (after.has("pattern") && !after.path("pattern").equals(before.path("pattern"))) {
            losses.add("has another pattern");
        }
        if (isNullable(before) && !isNullable(after)) {
            losses.add("takes no null");
        }
        if (isClosed(after) && !isClosed(before)) {
            losses.add("takes no unknown members");
        }
        if (before.has("default") && !before.path("default").equals(after.path("default"))) {
            losses.add("has another default");
        }
        before.path("properties").fieldNames().forEachRemaining(member -> {
            if (!after.path("properties").has(member)) {
                losses.add("takes no " + member);
            }
        });
        return losses;
    }

    private static boolean isNullable(JsonNode schema) {
        return schema.path("nullable").asBoolean();
    }

    private static boolean isClosed(JsonNode schema) {
        return !schema.path("additionalProperties").asBoolean(true);
    }

    private static Set<String> values(JsonNode schema) {
        Set<String> values = new LinkedHashSet<>();
        schema.path("enum").forEach(value -> values.add(value.toString()));
        return values;
    }
}
