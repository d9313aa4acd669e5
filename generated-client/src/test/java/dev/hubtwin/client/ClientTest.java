package dev.hubtwin.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpServer;
import dev.hubtwin.client.api.OrganizationsApi;
import dev.hubtwin.client.invoker.ApiClient;
import dev.hubtwin.client.invoker.ApiException;
import dev.hubtwin.client.model.DefaultRepositoryPermission;
import dev.hubtwin.client.model.OrganizationFull;
import dev.hubtwin.client.model.OrganizationUpdate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The generated client against a server that answers what it is told to. */
class ClientTest {

    private HttpServer server;
    private OrganizationsApi organizations;
    private int status = 200;
    private String answer;
    private String received;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            received = exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            byte[] body = answer.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        ApiClient client = new ApiClient();
        client.updateBaseUri("http://localhost:" + server.getAddress().getPort() + "/api/v3");
        organizations = new OrganizationsApi(client);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void decodesNullsAndPassesOverWhatItDoesNotKnow() throws ApiException {
        answer =
                "{'login': 'github', 'id': 5000000000, 'description': null, 'archived_at': null, 'new_member': {'a': 1},"
                        + " 'created_at': '2008-01-14T04:33:35Z', 'default_repository_permission': 'later', 'plan': {'name': 'free'}}";
        OrganizationFull organization = organizations.get("github");
        assertEquals("GET /api/v3/orgs/github ", received);
        assertEquals(5_000_000_000L, organization.getId());
        assertNull(organization.getDescription());
        assertNull(organization.getArchivedAt());
        assertEquals(2008, organization.getCreatedAt().getYear());
        assertEquals("free", organization.getPlan().getName());
        assertEquals(
                DefaultRepositoryPermission.UNKNOWN_DEFAULT_OPEN_API, organization.getDefaultRepositoryPermission());
    }

    @Test
    void sendsNullAndLeavesOutWhatIsNotSet() throws ApiException {
        answer = "{}";
        organizations.update("github", new OrganizationUpdate().name(null).blog("b"));
        assertEquals("PATCH /api/v3/orgs/github {\"name\":null,\"blog\":\"b\"}", received);
    }

    @Test
    void aRefusalIsAnExceptionWithStatusAndBody() {
        status = 404;
        answer = "{'message': 'Not Found'}";
        ApiException refusal = assertThrows(ApiException.class, () -> organizations.list(7L, 100));
        assertEquals("GET /api/v3/organizations?since=7&per_page=100 ", received);
        assertEquals(404, refusal.getCode());
        assertEquals("{\"message\": \"Not Found\"}", refusal.getResponseBody());
    }
}
