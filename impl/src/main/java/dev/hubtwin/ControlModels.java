package dev.hubtwin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hubtwin.client.control.ControlJson;
import dev.hubtwin.internal.assembly.Application;
import java.io.UncheckedIOException;

/**
 * Turns the models of the control API from those of the server into those of the client, and back. They meet as JSON:
 * the client runs on the Jackson of whoever uses it, and the server on its own.
 */
final class ControlModels {

    private static final ObjectMapper SERVER = Application.json();

    private ControlModels() {}

    static <T> T toClient(Object serverModel, Class<T> clientModel) {
        try {
            return ControlJson.read(SERVER.writeValueAsString(serverModel), clientModel);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static <T> T toServer(Object clientModel, Class<T> serverModel) {
        try {
            return SERVER.readValue(ControlJson.write(clientModel), serverModel);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
