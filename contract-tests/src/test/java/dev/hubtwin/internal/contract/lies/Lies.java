package dev.hubtwin.internal.contract.lies;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.contract.description.Description;
import java.util.List;
import java.util.stream.StreamSupport;

/** Every lie that the description lets a server of its 46 documented operations tell. */
final class Lies {

    private Lies() {}

    /** The operations that GitHub's documents have. */
    static List<Description.Operation> operations() {
        return Description.PUBLISHED.operations().stream()
                .filter(operation -> !statuses(operation).isEmpty())
                .toList();
    }

    /** All of them, in the order of the description, and what is none. */
    static LieDerivation derive() {
        LieDerivation derivation = new LieDerivation();
        for (Description.Operation operation : operations()) {
            for (int status : statuses(operation)) {
                JsonNode response =
                        Description.PUBLISHED.response(operation, status).orElseThrow();
                JsonNode schema = response.at("/content/application~1json/schema");
                if (!schema.isMissingNode()) {
                    MemberLies.derive(derivation, operation, status, schema);
                }
                AnswerLies.derive(derivation, operation, status, response);
            }
            PageLies.derive(derivation, operation);
            WriteLies.derive(derivation, operation);
            AuthorizationLies.derive(derivation, operation);
        }
        return derivation;
    }

    /** The statuses of an operation that GitHub's documents have. */
    static List<Integer> statuses(Description.Operation operation) {
        return operation.node().path("responses").properties().stream()
                .filter(response -> source(response.getValue()).equals("document"))
                .map(response -> Integer.valueOf(response.getKey()))
                .toList();
    }

    private static String source(JsonNode response) {
        return Description.PUBLISHED.resolve(response).path("x-hubtwin-source").asText();
    }

    /** Whether an operation has a parameter of the query. */
    static boolean has(Description.Operation operation, String parameter) {
        return Description.PUBLISHED.parameters(operation, "query").stream()
                .anyMatch(known -> known.path("name").asText().equals(parameter));
    }

    /** The elements of an array. */
    static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
