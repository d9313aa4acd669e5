package dev.hubtwin.internal.spec.version;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.spec.version.SemanticVersion.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The changes of a description as a section of a changelog in Markdown. */
public final class Changelog {

    private final StringBuilder text = new StringBuilder();
    private final DescriptionPair descriptions;

    private Changelog(DescriptionPair descriptions) {
        this.descriptions = descriptions;
    }

    /** Returns the section; it has the later version as its heading. */
    public static String section(DescriptionChanges changes) {
        Changelog changelog = new Changelog(changes.descriptions());
        changelog
                .text
                .append("## ")
                .append(DescriptionChanges.version(changes.descriptions().after()))
                .append("\n\nSince ")
                .append(DescriptionChanges.version(changes.descriptions().before()))
                .append(":\n");
        changelog.list(
                "Breaking",
                changes.breaking().stream().map(BreakingChange::toString).toList());
        changelog.list("New operations", changelog.newOperations());
        changelog.list("In operations", changelog.inOperations());
        changelog.list("New schemas", changelog.newSchemas());
        changelog.list("In schemas", changelog.inSchemas());
        if (changes.needed().compareTo(Step.MINOR) < 0) {
            changelog.text.append("\nNothing but words.\n");
        }
        return changelog.text.toString();
    }

    private void list(String heading, List<String> lines) {
        if (!lines.isEmpty()) {
            text.append("\n### ").append(heading).append("\n\n");
            lines.forEach(line -> text.append("- ").append(line).append('\n'));
        }
    }

    private List<String> newOperations() {
        List<String> lines = new ArrayList<>();
        DescriptionPair.operations(descriptions.after()).forEach((name, operation) -> {
            if (!DescriptionPair.operations(descriptions.before()).containsKey(name)) {
                lines.add("`" + name + "`: " + operation.path("summary").asText());
            }
        });
        return lines;
    }

    private List<String> inOperations() {
        List<String> lines = new ArrayList<>();
        descriptions.operations().forEach(operation -> {
            List<String> parts = new ArrayList<>();
            more(
                    parts,
                    "answers",
                    operation.before().path("responses"),
                    operation.after().path("responses"));
            Set<String> parameters = parameters(descriptions.after(), operation.after());
            parameters.removeAll(parameters(descriptions.before(), operation.before()));
            if (!parameters.isEmpty()) {
                parts.add("parameters " + String.join(", ", parameters));
            }
            if (!parts.isEmpty()) {
                lines.add("`" + operation.name() + "`: " + String.join("; ", parts));
            }
        });
        return lines;
    }

    private List<String> newSchemas() {
        JsonNode before = descriptions.before().at("/components/schemas");
        return descriptions.after().at("/components/schemas").properties().stream()
                .filter(schema -> !before.has(schema.getKey()))
                .map(schema -> "`" + schema.getKey() + "`")
                .toList();
    }

    private List<String> inSchemas() {
        List<String> lines = new ArrayList<>();
        JsonNode later = descriptions.after().at("/components/schemas");
        descriptions.before().at("/components/schemas").properties().forEach(schema -> {
            List<String> parts = new ArrayList<>();
            more(
                    parts,
                    "members",
                    schema.getValue().path("properties"),
                    later.path(schema.getKey()).path("properties"));
            if (!parts.isEmpty()) {
                lines.add("`" + schema.getKey() + "`: " + parts.get(0));
            }
        });
        return lines;
    }

    private static void more(List<String> parts, String what, JsonNode before, JsonNode after) {
        Set<String> names = new TreeSet<>();
        after.fieldNames().forEachRemaining(names::add);
        before.fieldNames().forEachRemaining(names::remove);
        if (!names.isEmpty()) {
            parts.add(what + " " + String.join(", ", names));
        }
    }

    private static Set<String> parameters(JsonNode description, JsonNode operation) {
        Set<String> names = new TreeSet<>();
        operation
                .path("parameters")
                .forEach(parameter -> names.add(DescriptionPair.resolve(description, parameter)
                        .path("name")
                        .asText()));
        return names;
    }
}
