package dev.hubtwin.internal.seed.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hubtwin.internal.seed.document.Names;
import dev.hubtwin.internal.seed.schema.SeedSchema;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/**
 * Deletes what depends on deleted things. What belongs to a deleted thing is deleted too, and so on; what only refers
 * to it forgets it. The description says which is which.
 */
final class CascadingDelete {

    private static final Set<String> SCOPED = Set.of("team", "member", "repository");

    private final Set<DeletedThing> gone = new HashSet<>();
    private final Map<String, String> accounts = new HashMap<>();

    /** Remembers that a thing, taken from the list that {@code shape} describes, is deleted with all that is in it. */
    void gone(JsonNode thing, SeedSchema shape, String scope) {
        String kind = shape.marks().holds();
        if (kind != null) {
            String within = kind.equals("repository") ? thing.path("owner").asText() : scope;
            String name = thing.path(shape.marks().key().get(shape.marks().key().size() - 1))
                    .asText();
            gone.add(gone(kind, within, name));
            if (kind.equals("repository")) {
                gone.add(gone("full_name", "", within + "/" + name));
            }
        }
        String inner = scope(thing, shape.items(), scope);
        shape.items().members().forEach((name, member) -> {
            if (thing.get(name) instanceof ArrayNode list
                    && member.items() != null
                    && !member.items().members().isEmpty()) {
                list.forEach(element -> gone(element, member, inner));
            }
        });
    }

    /** Returns what is deleted by now. */
    Set<DeletedThing> gone() {
        return gone;
    }

    /** Removes from the state what depends on deleted things. */
    void run(ObjectNode state) {
        state.path("apps")
                .forEach(app -> app.path("installations")
                        .forEach(one -> accounts.put(
                                one.path("id").asText(), one.path("account").asText())));
        for (int before = -1; before < gone.size(); ) {
            before = gone.size();
            sweep(state, SeedSchema.STATE, "");
        }
    }

    /** Removes what depends on deleted things from a value; returns whether the value itself must be removed. */
    private boolean sweep(JsonNode node, SeedSchema shape, String scope) {
        if (node instanceof ObjectNode object && !shape.open()) {
            return object(object, shape, scope(object, shape, scope));
        }
        if (node instanceof ArrayNode array) {
            list(array, shape.items() != null ? shape : array(shape), scope);
            return false;
        }
        return isGone(shape.marks().belongsTo(), scope, node.asText());
    }

    private boolean object(ObjectNode object, SeedSchema shape, String scope) {
        object.properties().removeIf(member -> isGone(shape.marks().names(), scope, member.getKey()));
        for (Iterator<Map.Entry<String, JsonNode>> members = object.properties().iterator(); members.hasNext(); ) {
            Map.Entry<String, JsonNode> member = members.next();
            SeedSchema of = shape.members().get(member.getKey());
            if (of != null
                    && isGone(of.marks().refersTo(), scope, member.getValue().asText())) {
                members.remove();
            } else if (of != null && sweep(member.getValue(), of, scope)) {
                return true;
            }
        }
        return false;
    }

    private void list(ArrayNode array, SeedSchema shape, String scope) {
        if (shape == null) {
            return;
        }
        for (Iterator<JsonNode> elements = array.iterator(); elements.hasNext(); ) {
            JsonNode element = elements.next();
            if (sweep(element, shape.items(), scope)) {
                elements.remove();
                if (element.isObject()) {
                    gone(element, shape, scope);
                }
            }
        }
    }

    /** Returns the list among the choices of a schema; null if there is none. */
    private static SeedSchema array(SeedSchema choice) {
        return choice.choices().stream()
                .filter(one -> "array".equals(one.type()))
                .findFirst()
                .orElse(null);
    }

    private String scope(JsonNode object, SeedSchema shape, String outer) {
        if (object.has("installation")) {
            return accounts.getOrDefault(object.path("installation").asText(), "");
        }
        return shape.marks().scope().stream()
                .filter(object::has)
                .findFirst()
                .map(name -> object.path(name).asText())
                .orElse(outer);
    }

    private boolean isGone(String kind, String scope, String name) {
        return kind != null && gone.contains(gone(kind, scope, name));
    }

    private static DeletedThing gone(String kind, String scope, String name) {
        boolean exact = kind.equals("oauth_app");
        return new DeletedThing(
                kind, SCOPED.contains(kind) ? Names.lower(scope) : "", exact ? name : Names.lower(name));
    }
}
