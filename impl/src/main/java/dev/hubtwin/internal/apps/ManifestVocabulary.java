package dev.hubtwin.internal.apps;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.openapi.ApiDescription;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which words a manifest may have, as the control API's description says.
 *
 * @param members of the manifest
 * @param hookMembers of its {@code hook_attributes}
 * @param permissions the names of permissions
 * @param needs the events, each with the permissions of which it needs one; some need none
 */
record ManifestVocabulary(
        Set<String> members, Set<String> hookMembers, Set<String> permissions, Map<String, List<String>> needs) {

    static final ManifestVocabulary DESCRIBED = read(ApiDescription.control());

    private static ManifestVocabulary read(ApiDescription description) {
        JsonNode manifest = description.schema("app-manifest").path("properties");
        Map<String, List<String>> needs = new LinkedHashMap<>();
        manifest.at("/default_events/x-hubtwin-needs")
                .properties()
                .forEach(event -> needs.put(event.getKey(), texts(event.getValue())));
        return new ManifestVocabulary(
                names(manifest),
                names(description.schema("manifest-hook").path("properties")),
                new LinkedHashSet<>(texts(manifest.at("/default_permissions/x-hubtwin-names"))),
                needs);
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new LinkedHashSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::textValue).toList();
    }

    /** Returns what is wrong with the words of a manifest, in sentences. */
    List<String> faults(JsonNode manifest) {
        Set<String> asked = names(manifest.path("default_permissions"));
        List<String> events = manifest.path("default_events")
                .valueStream()
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .distinct()
                .toList();
        return Stream.of(
                        unknown(names(manifest), members).map(name -> "\"" + name + "\" is not a permitted key."),
                        unknown(names(manifest.path("hook_attributes")), hookMembers)
                                .map(name -> "\"" + name + "\" is not a permitted key of hook_attributes."),
                        said("Default permissions unsupported: ", unknown(asked, permissions)),
                        said("Default events unsupported: ", unknown(events, needs.keySet())),
                        said(
                                "Default events are not supported by permissions: ",
                                events.stream().filter(event -> !isSupported(event, asked))))
                .flatMap(sentences -> sentences)
                .toList();
    }

    private boolean isSupported(String event, Set<String> asked) {
        List<String> needed = needs.get(event);
        return needed != null && (needed.isEmpty() || needed.stream().anyMatch(asked::contains));
    }

    private static Stream<String> unknown(Collection<String> names, Set<String> known) {
        return names.stream().filter(name -> !known.contains(name));
    }

    private static Stream<String> said(String what, Stream<String> names) {
        List<String> all = names.toList();
        return all.isEmpty() ? Stream.of() : Stream.of(what + enumerated(all));
    }

    /** Writes names as a sentence has them: {@code a}, {@code a and b}, {@code a, b, and c}. */
    private static String enumerated(List<String> names) {
        int last = names.size() - 1;
        return switch (last) {
            case 0 -> names.get(0);
            case 1 -> names.get(0) + " and " + names.get(1);
            default -> String.join(", ", names.subList(0, last)) + ", and " + names.get(last);
        };
    }
}
