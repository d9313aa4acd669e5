package dev.hubtwin.internal.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.rest.MediaTypes;
import dev.hubtwin.internal.rest.QueryParameters;
import java.util.function.Function;

/** The parameters of an operation that takes them in a query, a form or JSON: texts by their names. */
final class FormParameters {

    private FormParameters() {}

    /**
     * Reads parameters; what stands in the body goes before what stands in the query.
     *
     * @param contentType of the body, as it came; null if it does not say
     * @param query as it came; null without one
     * @param json reads a body that is not a form
     * @throws ApiException 400 for a body that is neither
     */
    static ObjectNode of(byte[] body, String contentType, String query, Function<byte[], JsonNode> json) {
        ObjectNode parameters = JsonNodeFactory.instance.objectNode();
        if (query != null) {
            QueryParameters.decoded(query).forEach(parameters::put);
        }
        if (MediaTypes.isForm(contentType)) {
            QueryParameters.decoded(new String(body, UTF_8)).forEach(parameters::put);
        } else {
            addTexts(parameters, json.apply(body));
        }
        return parameters;
    }

    private static void addTexts(ObjectNode parameters, JsonNode body) {
        if (!body.isObject() && !body.isNull()) {
            throw ApiException.notAnObject();
        }
        body.properties().stream()
                .filter(member ->
                        member.getValue().isValueNode() && !member.getValue().isNull())
                .forEach(member ->
                        parameters.put(member.getKey(), member.getValue().asText()));
    }
}
