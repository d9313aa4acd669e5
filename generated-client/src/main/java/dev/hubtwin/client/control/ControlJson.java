package dev.hubtwin.client.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.UncheckedIOException;
import org.openapitools.jackson.nullable.JsonNullableModule;

/**
 * Reads and writes the models of the control API by themselves, without a request. Its methods show no type of the
 * library for JSON, so that a caller may have another version of it.
 */
public final class ControlJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new JsonNullableModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private ControlJson() {}

    /**
     * Returns a model as JSON.
     *
     * @param model an instance of a class of {@code dev.hubtwin.client.control.model}
     */
    public static String write(Object model) {
        try {
            return MAPPER.writeValueAsString(model);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns the model that a text describes; members that the model does not have are kept.
     *
     * @param json an object in JSON
     * @param type a class of {@code dev.hubtwin.client.control.model}
     * @throws UncheckedIOException if the text is not JSON, or not of this model
     */
    public static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
