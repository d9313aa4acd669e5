package dev.hubtwin.internal.spec.lint;

import dev.hubtwin.internal.spec.lint.SchemaWalker.Role;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How schemas are written. */
final class SchemaRules {

    private SchemaRules() {}

    /**
     * What is more than a primitive, or a list or map of such, is a component; or a generator would invent its name.
     */
    static List<Finding> named(DescriptionSources description) {
        Findings findings = new Findings();
        SchemaWalker.walk(description, (role, schema) -> {
            if (role != Role.COMPONENT && !schema.has("$ref")) {
                findings.expect(!isObject(schema), schema.pointer(), "an object without a name");
                findings.expect(!schema.has("oneOf"), schema.pointer(), "a choice without a name");
                findings.expect(
                        !schema.has("enum") || role == Role.PARAMETER || role == Role.CHOICE,
                        schema.pointer(),
                        "an enum without a name");
                findings.expect(role != Role.BODY || !schema.has("items"), schema.pointer(), "a list without a name");
            }
        });
        return findings.all();
    }

    private static boolean isObject(NodeLocation schema) {
        boolean map = schema.has("additionalProperties") && !schema.has("properties");
        return schema.has("properties") || (schema.text("type").equals("object") && !map);
    }

    static List<Finding> noAnyOf(DescriptionSources description) {
        Findings findings = new Findings();
        SchemaWalker.walk(
                description, (role, schema) -> findings.expect(!schema.has("anyOf"), schema.pointer(), "anyOf"));
        return findings.all();
    }

    /** An id or a count can exceed 2147483647. */
    static List<Finding> wideIds(DescriptionSources description) {
        Findings findings = new Findings();
        SchemaWalker.walk(description, (role, schema) -> {
            if (role == Role.MEMBER) {
                expectWide(schema.name(), schema, findings);
            }
        });
        description
                .operations()
                .forEach(operation -> description
                        .parameters(operation)
                        .forEach(parameter -> expectWide(parameter.text("name"), parameter.at("schema"), findings)));
        return findings.all();
    }

    private static void expectWide(String name, NodeLocation schema, Findings findings) {
        if (name.matches("id|count|(.*_)(id|ids|count)")) {
            NodeLocation number = schema.has("items") ? schema.at("items") : schema;
            findings.expect(
                    !number.text("type").equals("integer")
                            || number.text("format").equals("int64"),
                    number.pointer(),
                    "an id or a count that is not int64");
        }
    }

    static List<Finding> requiredAreDeclared(DescriptionSources description) {
        Findings findings = new Findings();
        SchemaWalker.walk(
                description,
                (role, schema) -> schema.at("required")
                        .children()
                        .forEach(name -> findings.expect(
                                schema.at("properties").has(name.node().asText()),
                                name.pointer(),
                                "required and not declared: " + name.node())));
        return findings.all();
    }

    /** An enterprise server does not know them; and each says the month since when github.com does. */
    static List<Finding> newMembersAreOptional(DescriptionSources description) {
        Findings findings = new Findings();
        SchemaWalker.walk(description, (role, schema) -> {
            Set<String> required = new HashSet<>();
            schema.at("required")
                    .children()
                    .forEach(name -> required.add(name.node().asText()));
            schema.at("properties").children().stream()
                    .filter(member -> member.has("x-hubtwin-since"))
                    .forEach(member -> {
                        findings.expect(!required.contains(member.name()), member.pointer(), "new and required");
                        findings.expect(
                                member.text("x-hubtwin-since").matches("20\\d\\d-(0[1-9]|1[0-2])"),
                                member.pointer(),
                                "new since no month");
                    });
        });
        return findings.all();
    }

    /** Absent means unchanged there; a default would fill it in. */
    static List<Finding> noDefaultInPatch(DescriptionSources description) {
        Findings findings = new Findings();
        for (DescribedOperation operation : description.operations()) {
            if (operation.method().equals("patch")) {
                NodeLocation body =
                        description.json(operation.place().at("requestBody")).at("schema");
                SchemaWalker.walkThrough(
                        description,
                        body,
                        (role, schema) -> findings.expect(
                                !schema.has("default"),
                                schema.pointer(),
                                "a default in the body of " + operation.id()));
            }
        }
        return findings.all();
    }
}
