package dev.hubtwin.internal.spec.lint;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Nothing stands there unused. */
final class UseRules {

    private UseRules() {}

    static List<Finding> components(DescriptionSources description) {
        Set<String> used = new HashSet<>();
        collect(description, description.place("paths"), used);
        collectEvents(description, used);
        description.place("security").children().forEach(alternative -> collectSchemes(alternative, used));
        Findings findings = new Findings();
        for (NodeLocation kind : description.place("components").children()) {
            kind.children()
                    .forEach(component ->
                            findings.expect(used.contains(component.pointer()), component.pointer(), "not used"));
        }
        return findings.all();
    }

    /** What webhooks send is named by no path. */
    private static void collectEvents(DescriptionSources description, Set<String> used) {
        for (NodeLocation schema : description.components("schemas")) {
            if (!schema.text("x-hubtwin-event").isEmpty()) {
                used.add(schema.pointer());
                collect(description, schema, used);
            }
        }
    }

    private static void collect(DescriptionSources description, NodeLocation from, Set<String> used) {
        DescriptionSources.walk(from, place -> {
            String reference = place.text("$ref");
            if (!reference.isEmpty() && used.add(reference.substring(1))) {
                collect(description, description.resolve(place), used);
            }
            if (!place.text("x-hubtwin-nullable-of").isEmpty()) {
                used.add(place.text("x-hubtwin-nullable-of").substring(1));
            }
            if (place.name().equals("security")) {
                place.children().forEach(alternative -> collectSchemes(alternative, used));
            }
        });
    }

    private static void collectSchemes(NodeLocation alternative, Set<String> used) {
        alternative.children().forEach(scheme -> used.add("/components/securitySchemes/" + scheme.name()));
    }

    static List<Finding> files(DescriptionSources description) {
        Set<String> used = new HashSet<>();
        List<String> waiting = new ArrayList<>(List.of("openapi.yaml", "control.yaml"));
        while (!waiting.isEmpty()) {
            String file = waiting.remove(0);
            if (used.add(file)) {
                waiting.addAll(filesNamedIn(file, description.files()));
            }
        }
        Findings findings = new Findings();
        description.files().keySet().forEach(file -> findings.expect(used.contains(file), file, "not used"));
        return findings.all();
    }

    private static List<String> filesNamedIn(String file, Map<String, JsonNode> files) {
        List<String> named = new ArrayList<>();
        Path here = Path.of(file);
        DescriptionSources.walk(new NodeLocation("", files.get(file)), place -> {
            String reference = place.text("$ref").replaceFirst("#.*", "");
            if (!reference.isEmpty()) {
                named.add(here.resolveSibling(reference).normalize().toString().replace('\\', '/'));
            }
        });
        return named;
    }
}
