package dev.hubtwin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hubtwin.seed.Seed;

/** Reads JSON for tests that look into it by pointers. */
public final class JsonTrees {

    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonTrees() {}

    /** Returns JSON as a tree. */
    public static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }

    /** Returns a seed as a tree. */
    public static JsonNode tree(Seed seed) {
        return tree(seed.toJson());
    }

    /** Returns the state of a world as a tree. */
    public static JsonNode state(TwinWorld world) {
        return tree(world.state().export());
    }
}
