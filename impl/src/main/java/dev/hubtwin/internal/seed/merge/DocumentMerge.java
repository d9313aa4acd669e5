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
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Merges a document into an export of a world, and remembers where in the document each value was. */
public final class DocumentMerge {

    private static final String DELETE = "$delete";

    private final ObjectNode merged;
    /** Where a value was in the document; {@code whole} if it was taken as it is, not merged into what was there. */
    private record Origin(DocumentPath place, boolean whole) {}

    private final Map<JsonNode, Origin> origins = new IdentityHashMap<>();
    private final CascadingDelete cascade = new CascadingDelete();
    private boolean done;

    /** Prepares a merge into an export, which is changed by it. */
    public DocumentMerge(ObjectNode export) {
        this.merged = export;
    }

    /**
     * Adds the lists of a document to those of the export. What is there already becomes a duplicate, and is refused
     * later.
     */
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

    /** Merges a document by natural keys. What belongs to something that is deleted is deleted too. */
    public ObjectNode patch(ObjectNode sent) {
        object(merged, sent, SeedSchema.STATE, DocumentPath.ROOT);
        cascade.run(merged);
        done = true;
        return merged;
    }

    /** Returns what the merge deletes. */
    public Collection<DeletedThing> deleted() {
        return cascade.gone();
    }

    /** Returns whether paths are those of the merged export by now, not those of the document. */
    public boolean isDone() {
        return done;
    }

    /** Returns the path in the document of what is at {@code place} in the merged export; null if it was not in it. */
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

    /** Returns what was sent without the key: a thing found by a name in another case keeps its own. */
    private static ObjectNode withoutKey(ObjectNode sent, SeedSchema shape) {
        shape.marks().key().stream()
                .filter(name -> shape.items().members().get(name).marks().anyCase())
                .forEach(sent::remove);
        return sent;
    }

    /** Returns a new thing, merged into an empty one so that the lists in it are merged too. */
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

    /** Returns the login of the organization whose members or teams the list holds; empty for any other list. */
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

    /** Returns the key that members form; null if one of them is missing, or if there are none. */
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
