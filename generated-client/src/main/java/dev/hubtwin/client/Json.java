package dev.hubtwin.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.openapitools.jackson.nullable.JsonNullableModule;

/** Reads and writes models. */
final class Json {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new JsonNullableModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Json() {}

    /** What is read, with the types that are in it. */
    @SuppressWarnings({"UnusedTypeParameter", "unused"}) // It says to the compiler what the value says to Jackson.
    record Type<T>(JavaType java) {}

    static <T> Type<T> type(Class<T> type) {
        return new Type<>(MAPPER.constructType(type));
    }

    static <T> Type<List<T>> listOf(Class<T> element) {
        return new Type<>(MAPPER.getTypeFactory().constructCollectionType(List.class, element));
    }

    static <T> Type<Map<String, T>> mapOf(Class<T> value) {
        return new Type<>(MAPPER.getTypeFactory().constructMapType(Map.class, String.class, value));
    }

    static byte[] write(Object body) throws JsonProcessingException {
        return MAPPER.writeValueAsBytes(body);
    }

    /** Returns what a body says; what is a text for the description is not JSON, but itself. */
    @SuppressWarnings("unchecked") // The type says so.
    static <T> T read(byte[] body, Type<T> type) throws IOException {
        return type.java().hasRawClass(String.class)
                ? (T) new String(body, StandardCharsets.UTF_8)
                : MAPPER.readValue(body, type.java());
    }

    /** Returns what a text says; nothing if it is not JSON, such as a page for people. */
    static JsonNode tree(byte[] body) {
        try {
            JsonNode tree = MAPPER.readTree(body);
            return tree == null ? MissingNode.getInstance() : tree;
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }
}
