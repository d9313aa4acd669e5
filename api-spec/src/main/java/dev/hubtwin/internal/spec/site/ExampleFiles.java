package dev.hubtwin.internal.spec.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hubtwin.internal.spec.Documents;
import java.util.Map;
import java.util.TreeMap;

/** The examples of a description, each as the body that it is; and an index of them. */
final class ExampleFiles {

    private ExampleFiles() {}

    /** Returns the texts by file name, {@code index.json} among them. */
    static Map<String, String> of(JsonNode description) {
        Map<String, String> files = new TreeMap<>();
        ArrayNode index = JsonNodeFactory.instance.arrayNode();
        description.at("/components/examples").properties().forEach(example -> {
            JsonNode value = example.getValue().path("value");
            String file = example.getKey() + (value.isTextual() ? ".txt" : ".json");
            files.put(file, value.isTextual() ? value.textValue() : Documents.json(value));
            ObjectNode entry = index.addObject().put("name", example.getKey()).put("file", file);
            if (example.getValue().has("summary")) {
                entry.set("summary", example.getValue().get("summary"));
            }
        });
        files.put("index.json", Documents.json(index));
        return files;
    }
}
