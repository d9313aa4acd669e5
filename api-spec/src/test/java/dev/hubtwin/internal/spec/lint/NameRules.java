package dev.hubtwin.internal.spec.lint;

import java.util.List;

/** How things are called. */
final class NameRules {

    private static final String KEBAB = "[a-z0-9]+(-[a-z0-9]+)*";
    private static final String SNAKE = "[a-z0-9]+(_[a-z0-9]+)*";

    private NameRules() {}

    static List<Finding> components(DescriptionSources description) {
        Findings findings = new Findings();
        for (String kind : List.of("schemas", "examples", "parameters", "headers", "responses", "requestBodies")) {
            description
                    .components(kind)
                    .forEach(component ->
                            findings.expect(component.name().matches(KEBAB), component.pointer(), "not in kebab case"));
        }
        return findings.all();
    }

    static List<Finding> members(DescriptionSources description) {
        Findings findings = new Findings();
        SchemaWalker.walk(
                description,
                (role, schema) -> schema.at("properties")
                        .children()
                        .forEach(member ->
                                findings.expect(member.name().matches(SNAKE), member.pointer(), "not in snake case")));
        return findings.all();
    }

    /** A component is called as the file, or the entry of a file, that it stands in. */
    static List<Finding> files(DescriptionSources description) {
        Findings findings = new Findings();
        for (String root : List.of("openapi.yaml", "control.yaml")) {
            NodeLocation components = new NodeLocation(
                    root + "#/components", description.files().get(root).path("components"));
            for (NodeLocation kind : components.children()) {
                kind.children().forEach(component -> expectNamedAsFile(component, findings));
            }
        }
        return findings.all();
    }

    private static void expectNamedAsFile(NodeLocation component, Findings findings) {
        String reference = component.has("value") ? component.at("value").text("$ref") : component.text("$ref");
        if (!reference.isEmpty()) {
            findings.expect(
                    nameIn(reference).equals(component.name()), component.pointer(), "called other than " + reference);
        }
    }

    /**
     * {@code schemas/a.yaml} and {@code headers.yaml#/a} are a, {@code examples/a/b.json} is a-b; errors belong to
     * nobody.
     */
    private static String nameIn(String reference) {
        return reference
                .replaceFirst("^.*#/", "")
                .replaceFirst("^(control/)?(schemas|examples/errors|examples)/", "")
                .replaceFirst("\\.(yaml|json)$", "")
                .replace('/', '-');
    }
}
