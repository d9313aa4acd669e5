package dev.hubtwin;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hubtwin.client.control.ApiClient;

/** Turns the models of the control API from those of the server into those of the client, and back. */
final class ControlModels {

    private static final ObjectMapper JSON = ApiClient.createDefaultObjectMapper();

    private ControlModels() {}

    static <T> T toClient(Object serverModel, Class<T> clientModel) {
        return JSON.convertValue(serverModel, clientModel);
    }

    static <T> T toServer(Object clientModel, Class<T> serverModel) {
        return JSON.convertValue(clientModel, serverModel);
    }
}
