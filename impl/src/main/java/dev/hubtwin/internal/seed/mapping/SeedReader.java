package dev.hubtwin.internal.seed.mapping;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hubtwin.internal.control.model.State;
import dev.hubtwin.internal.seed.document.DocumentException;
import dev.hubtwin.internal.seed.document.DocumentPath;
import dev.hubtwin.internal.seed.schema.SeedSchema;
import dev.hubtwin.internal.seed.schema.SeedValidator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks a document and makes a typed seed of it. Users, organizations and so on are taken one after the other, so that
 * of a large document no more than one of them is a tree at a time.
 */
public final class SeedReader {

    private final Map<String, Object> lists = new HashMap<>();
    private final ObjectNode rest = JsonNodeFactory.instance.objectNode();

    private SeedReader() {}

    /**
     * Returns a document as a typed seed.
     *
     * @param document has begun with an object, and is read to the end of it
     * @throws DocumentException about the first value that is not what the description asks for
     */
    public static State read(JsonParser document) throws IOException {
        SeedReader reader = new SeedReader();
        while (document.nextToken() != JsonToken.END_OBJECT) {
            String name = document.currentName();
            document.nextToken();
            reader.member(name, document);
        }
        State state = SeedTree.typed(reader.rest);
        return StateSection.state(section -> reader.lists.getOrDefault(section.name(), section.of(state)));
    }

    /**
     * Returns a tree as a typed seed.
     *
     * @throws DocumentException about the first value that is not what the description asks for
     */
    public static State read(ObjectNode tree) {
        SeedValidator.dropNulls(tree, SeedSchema.STATE);
        SeedValidator.check(tree, SeedSchema.STATE, DocumentPath.ROOT);
        return SeedTree.typed(tree);
    }

    private void member(String name, JsonParser document) throws IOException {
        StateSection section = StateSection.ALL.get(name);
        if (section != null && section.isList() && document.currentToken() == JsonToken.START_ARRAY) {
            lists.put(name, elements(document, section));
            return;
        }
        ObjectNode alone = JsonNodeFactory.instance.objectNode();
        alone.set(name, document.readValueAsTree());
        SeedValidator.dropNulls(alone, SeedSchema.STATE);
        SeedValidator.check(alone, SeedSchema.STATE, DocumentPath.ROOT);
        rest.setAll(alone);
    }

    private static List<Object> elements(JsonParser list, StateSection section) throws IOException {
        DocumentPath place = DocumentPath.ROOT.at(section.name());
        SeedSchema shape = section.shape().items();
        List<Object> elements = new ArrayList<>();
        while (list.nextToken() != JsonToken.END_ARRAY) {
            JsonNode tree = list.readValueAsTree();
            SeedValidator.dropNulls(tree, shape);
            SeedValidator.check(tree, shape, place.at(elements.size()));
            elements.add(RecordReader.read(tree, section.element()));
        }
        return elements;
    }
}
