package dev.hubtwin.internal.description;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hubtwin.Twin;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The examples of what paths name")
class TriedExamplesTest {

    /**
     * A token of the demo world for each kind of credential that needs no signature; what admits several takes the
     * first.
     */
    private static final Map<String, String> TOKENS = Map.of(
            "classic", "ghp_ownerowner", "user_to_server", "ghu_useruseruser", "installation", "ghs_installation");

    /** What the demo world begins without: deliveries, webhooks of a repository, SSH keys. */
    private static final Set<String> NOTHING_YET = Set.of(
            "orgs/get-webhook-delivery",
            "repos/get-webhook",
            "repos/get-webhook-config-for-repo",
            "repos/get-webhook-delivery",
            "repos/list-webhook-deliveries",
            "users/get-public-ssh-key-for-authenticated-user");

    @Test
    @DisplayName("are of the demo world: whoever tries an operation with them finds something")
    void areOfTheDemoWorld() throws Exception {
        JsonNode description = description();
        Set<String> nothing = new TreeSet<>();
        int tried = 0;
        try (Twin twin = Twin.start()) {
            for (Map.Entry<String, JsonNode> path : description.path("paths").properties()) {
                JsonNode operation = path.getValue().path("get");
                Optional<String> token = token(operation);
                if (path.getKey().contains("{") && token.isPresent()) {
                    tried++;
                    if (status(twin.url() + filled(description, path.getKey(), operation), token.get()) == 404) {
                        nothing.add(operation.path("operationId").asText());
                    }
                }
            }
        }
        assertEquals(NOTHING_YET, nothing);
        assertTrue(tried > 40, tried + " operations");
    }

    private static Optional<String> token(JsonNode operation) {
        return Stream.of("classic", "user_to_server", "installation")
                .filter(kind -> operation
                        .at("/x-hubtwin-credentials/kinds")
                        .valueStream()
                        .anyMatch(admitted -> admitted.asText().equals(kind)))
                .map(TOKENS::get)
                .findFirst();
    }

    private static String filled(JsonNode description, String path, JsonNode operation) {
        String filled = path;
        for (JsonNode listed : operation.path("parameters")) {
            JsonNode parameter = description.at(listed.path("$ref").asText().substring(1));
            filled = filled.replace(
                    "{" + parameter.path("name").asText() + "}",
                    parameter.path("example").asText());
        }
        return filled;
    }

    private static int status(String url, String token) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer " + token)
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }

    private static JsonNode description() throws IOException {
        try (InputStream in = TriedExamplesTest.class.getResourceAsStream("/openapi/openapi.json")) {
            return new ObjectMapper().readTree(in);
        }
    }
}
