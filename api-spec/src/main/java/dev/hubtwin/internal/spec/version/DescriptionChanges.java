package dev.hubtwin.internal.spec.version;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hubtwin.internal.spec.version.SemanticVersion.Step;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What has changed in a description, and what that asks of its version.
 *
 * @param breaking the changes that break something
 * @param needed the step that lies between the versions at least
 */
public record DescriptionChanges(DescriptionPair descriptions, List<BreakingChange> breaking, Step needed) {

    private static final Set<String> PROSE =
            Set.of("description", "summary", "externalDocs", "example", "examples", "x-hubtwin-source");

    /** Compares two bundles of a description. */
    public static DescriptionChanges between(JsonNode before, JsonNode after) {
        JsonNode earlier = withFolders(before, after);
        DescriptionPair descriptions = new DescriptionPair(withoutVersion(earlier), withoutVersion(after));
        List<BreakingChange> breaking = Arrays.stream(CompatibilityRule.values())
                .flatMap(rule -> rule.check(descriptions).stream())
                .distinct()
                .toList();
        return new DescriptionChanges(new DescriptionPair(earlier, after), breaking, needed(descriptions, breaking));
    }

    /**
     * The earlier description, in which a path that is a folder's later ({@code x-hubtwin-folder}) has no slash at its
     * end.
     */
    private static JsonNode withFolders(JsonNode before, JsonNode after) {
        ObjectNode copy = before.deepCopy();
        ObjectNode paths = (ObjectNode) copy.path("paths");
        after.path("paths").properties().stream()
                .filter(path -> path.getValue().findValue("x-hubtwin-folder") != null)
                .map(Map.Entry::getKey)
                .filter(path -> paths.has(path + "/"))
                .forEach(path -> paths.set(path, paths.remove(path + "/")));
        return copy;
    }

    private static Step needed(DescriptionPair descriptions, List<BreakingChange> breaking) {
        if (!breaking.isEmpty()) {
            return Step.MAJOR;
        }
        if (descriptions.before().equals(descriptions.after())) {
            return Step.NONE;
        }
        return withoutProse(descriptions.before()).equals(withoutProse(descriptions.after())) ? Step.PATCH : Step.MINOR;
    }

    /** What is wrong with the version of the later description, with every breaking change; nothing if it is right. */
    public Optional<String> complaint() {
        SemanticVersion earlier = version(descriptions.before());
        SemanticVersion later = version(descriptions.after());
        if (earlier.to(later).compareTo(needed) >= 0) {
            return Optional.empty();
        }
        String title = descriptions.after().at("/info/title").asText();
        String kind = needed == Step.MAJOR ? "breaking" : needed == Step.MINOR ? "compatible" : "editorial";
        return Optional.of(title + " " + later + " has " + kind + " changes since " + earlier
                + ", so info.version must be " + earlier.after(needed) + " or later"
                + breaking.stream().map(change -> "\n  " + change).collect(Collectors.joining()));
    }

    static SemanticVersion version(JsonNode description) {
        return SemanticVersion.of(description.at("/info/version").asText());
    }

    private static JsonNode withoutVersion(JsonNode description) {
        ObjectNode copy = description.deepCopy();
        ((ObjectNode) copy.path("info")).remove("version");
        return copy;
    }

    private static JsonNode withoutProse(JsonNode description) {
        ObjectNode copy = description.deepCopy();
        copy.remove("info");
        ((ObjectNode) copy.path("components")).remove("examples");
        strip(copy, false);
        return copy;
    }

    /** A member of a body may have the name of a keyword. */
    private static void strip(JsonNode node, boolean areMembers) {
        if (node.isObject() && !areMembers) {
            ((ObjectNode) node).remove(PROSE);
        }
        node.properties()
                .forEach(child ->
                        strip(child.getValue(), !areMembers && child.getKey().equals("properties")));
        if (node.isArray()) {
            node.forEach(child -> strip(child, false));
        }
    }
}
