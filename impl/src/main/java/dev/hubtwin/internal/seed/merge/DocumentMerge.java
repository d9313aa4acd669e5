package dev.hubtwin.internal.seed.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hubtwin.internal.seed.document.DocumentException;
import dev.hubtwin.internal.seed.document.DocumentPath;
import dev.hubtwin.internal.seed.document.Lists;
import dev.hubtwin.internal.seed.document.Names;
import dev.hubtwin.internal.seed.schema.SeedSchema;
import dev.hubtwin.internal.seed.schema.SeedValidator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Merges a document into an export of the world, and remembers what came from where. */
public final class DocumentMerge {

    private static final String DELETE = "$delete";

    private final ObjectNode merged;
    /** Where something was sent: as a whole, or merged into what was there. */
    private record Origin(DocumentPath place, boolean whole) {}

    private final Map<JsonNode, Origin> origins = new IdentityHashMap<>();
    private final CascadingDelete cascade = new CascadingDelete();
    private boolean done;

    /** Begins with an export, which is changed. */
    public DocumentMerge(ObjectNode export) {
        this.merged = export;
    }

    /** Adds the lists of {@code sent} to those there are: what is there already will be refused as a duplicate. */
    public ObjectNode add(ObjectNode sent) {
        from(DocumentPath.ROOT, merged, false);
        sent.properties().forEach(member -> {
            DocumentPath place = DocumentPath.ROOT.at(member.getKey());
            if (member.getValue() instanceof ArrayNode array
                    && merged.get(member.getKey()) instanceof ArrayNode there) {
                for (int i = 0; i < array.size(); i++) {
                    expectObject(
                            array.get(i),
                            SeedSchema.STATE.members().get(member.getKey()).items(),
                            place.at(i));
                    from(place.at(i), array.get(i), true);
                    there.add(array.get(i));
                }
            } else {
                member(merged, member.getKey(), member.getValue(), SeedSchema.STATE, DocumentPath.ROOT);
            }
        });
        done = true;
        return merged;
    }

    /** Merges {@code sent} by natural keys; with what is deleted goes what belongs to it. */
    public ObjectNode patch(ObjectNode sent) {
        object(merged, sent, SeedSchema.STATE, DocumentPath.ROOT);
        cascade.run(merged);
        done = true;
        return merged;
    }

    /** Whether places are those of the merged document by now, no longer those of the sent one. */
    public boolean isDone() {
        return done;
    }

    /** Where in the document that was sent stands what stands at {@code place} in the merged one; null: nowhere. */
    public DocumentPath origin(DocumentPath place) {
        JsonNode node = merged;
        Origin origin = origins.get(node);
        for (Object step : place.steps()) {
            node = node == null ? null : step instanceof Integer index ? node.get(index) : node.get((String) step);
            Origin known = node == null ? null : origins.get(node);
            if (known != null) {
                origin = known;
            } else if (origin != null && (origin.whole() || node == null || node.isValueNode())) {
                origin = new Origin(new DocumentPath(origin.place(), step), origin.whole());
            } else {
                origin = null; // it was there before
            }
        }
        return origin == null ? null : origin.place();
    }

    private void from(DocumentPath place, JsonNode node, boolean whole) {
        if (node.isContainerNode()) { // others may be shared
            origins.put(node, new Origin(place, whole));
        }
    }

    private void object(ObjectNode there, ObjectNode sent, SeedSchema shape, DocumentPath place) {
        from(place, there, false);
        reset(there, sent, shape);
        sent.properties().forEach(member -> member(there, member.getKey(), member.getValue(), shape, place));
    }

    private void reset(ObjectNode there, ObjectNode sent, SeedSchema shape) {
        shape.marks().resets().forEach((member, others) -> {
            if (sent.has(member) && !sent.get(member).equals(there.get(member))) {
                there.remove(others.stream().filter(other -> !sent.has(other)).toList());
            }
        });
    }

    private void member(ObjectNode there, String name, JsonNode value, SeedSchema shape, DocumentPath place) {
        SeedSchema of = shape.members().get(name);
        JsonNode old = there.get(name);
        if (value.isNull()) {
            there.remove(name);
        } else if (of != null && !of.marks().key().isEmpty() && value instanceof ArrayNode array) {
            list(old instanceof ArrayNode list ? list : there.putArray(name), array, of, place.at(name));
        } else if (of != null && !of.open() && value instanceof ObjectNode object && old instanceof ObjectNode into) {
            object(into, object, of, place.at(name));
        } else {
            there.set(name, value);
            from(place.at(name), value, true);
        }
    }

    private void list(ArrayNode there, ArrayNode sent, SeedSchema shape, DocumentPath place) {
        from(place, there, false);
        Map<String, ObjectNode> known = byKey(there, shape);
        Map<String, DocumentPath> seen = new HashMap<>();
        Lists.in(elements(sent), place, (element, at) -> {
            String key = key(element, shape);
            if (key != null && seen.put(key, at) != null) {
                throw new DocumentException(at, "this is in the list twice; expected it once");
            }
            element(there, element, key == null ? null : known.get(key), shape, at);
        });
    }

    private void element(ArrayNode there, JsonNode sent, ObjectNode old, SeedSchema shape, DocumentPath place) {
        boolean deleted = sent.path(DELETE).booleanValue();
        if (deleted && old == null) {
            throw new DocumentException(
                    place, "there is nothing like this to delete; expected the key of a thing that is there");
        }
        if (sent instanceof ObjectNode object && object.path(DELETE).isBoolean()) {
            object.remove(DELETE);
        }
        if (deleted) {
            remove(there, old);
            cascade.gone(old, shape, scope(there));
        } else if (old == null) {
            there.add(added(sent, shape.items(), place));
        } else {
            object(old, withoutKey((ObjectNode) sent, shape), shape.items(), place);
        }
    }

    /** A thing that was found in any case keeps its own. */
    private static ObjectNode withoutKey(ObjectNode sent, SeedSchema shape) {
        shape.marks().key().stream()
                .filter(name -> shape.items().members().get(name).marks().anyCase())
                .forEach(sent::remove);
        return sent;
    }

    /** A new thing: merged into nothing, so that deeper lists are gone through too. */
    private JsonNode added(JsonNode sent, SeedSchema shape, DocumentPath place) {
        expectObject(sent, shape, place);
        ObjectNode empty = JsonNodeFactory.instance.objectNode();
        object(empty, (ObjectNode) sent, shape, place);
        return empty;
    }

    private static void expectObject(JsonNode sent, SeedSchema shape, DocumentPath place) {
        if (!sent.isObject()) {
            SeedValidator.check(sent, shape, place); // which refuses it, while its place is known
        }
    }

    private static void remove(ArrayNode list, JsonNode element) {
        for (Iterator<JsonNode> elements = list.iterator(); elements.hasNext(); ) {
            if (elements.next() == element) {
                elements.remove();
                return;
            }
        }
    }

    /** The login of the organization, or the slug of the app, whose list it is. */
    private String scope(ArrayNode list) {
        for (JsonNode organization : merged.path("organizations")) {
            if (organization.path("members") == list || organization.path("teams") == list) {
                return organization.path("login").asText();
            }
        }
        return "";
    }

    private static Map<String, ObjectNode> byKey(ArrayNode list, SeedSchema shape) {
        Map<String, ObjectNode> known = new HashMap<>();
        for (JsonNode element : list) {
            for (List<String> names : List.of(shape.marks().key(), shape.marks().otherKey())) {
                String key = key(element, names, shape.items());
                if (key != null) {
                    known.put(key, (ObjectNode) element);
                }
            }
        }
        return known;
    }

    private static String key(JsonNode element, SeedSchema shape) {
        String key = key(element, shape.marks().key(), shape.items());
        return key != null ? key : key(element, shape.marks().otherKey(), shape.items());
    }

    /** The key that the members make; null if one is missing, or if none are meant. */
    private static String key(JsonNode element, List<String> names, SeedSchema shape) {
        StringBuilder key = new StringBuilder();
        for (String name : names) {
            JsonNode value = element.path(name);
            if (!value.isValueNode() || value.isNull()) {
                return null;
            }
            String text = value.asText();
            key.append(name)
                    .append('=')
                    .append(shape.members().get(name).marks().anyCase() ? Names.lower(text) : text)
                    .append('\n');
        }
        return names.isEmpty() ? null : key.toString();
    }

    private static List<JsonNode> elements(ArrayNode array) {
        List<JsonNode> elements = new ArrayList<>();
        array.forEach(elements::add);
        return elements;
    }
}
