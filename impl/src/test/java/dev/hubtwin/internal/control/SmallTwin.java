package dev.hubtwin.internal.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hubtwin.internal.assembly.TwinServer;
import dev.hubtwin.internal.seed.SeedCodec;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** A small twin that tests talk to, as callers and through its control API. */
final class SmallTwin implements AutoCloseable {

    static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    static final String OLIVIA = "ghp_oliviaoliviaoliviaoliviaolivia";
    static final String MIKE = "ghp_mikemikemikemikemikemikemike";
    static final String INSTALLATION = "ghs_installationinstallation";
    static final String USER_TO_SERVER = "ghu_usertoserverusertoserver";
    static final String HOOKS = "ghp_hookshookshookshookshookshooks";
    private static final String SEED = """
      users: [{login: olivia}, {login: mike}, {login: zoe}]
      organizations:
        - {login: acme, members: [{login: olivia, role: admin}, {login: mike}]}
        - {login: tinker, members: [{login: olivia, role: admin}]}
      apps: [{slug: twin-app, id: 7, name: Twin App, owner: acme, permissions: {members: read},
              installations: [{id: 70, account: acme}]}]
      tokens:
        - {token: %s, user: olivia, scopes: ['admin:org', user]}
        - {token: %s, user: mike, scopes: ['read:org']}
        - {token: %s, user: olivia, scopes: ['admin:org_hook']}
        - {token: %s, kind: installation, installation: 70}
        - {token: %s, kind: user_to_server, user: olivia, app: twin-app}
      """.formatted(OLIVIA, MIKE, HOOKS, INSTALLATION, USER_TO_SERVER);
    private static final ObjectMapper JSON = new ObjectMapper();

    final HttpClient client = HttpClient.newHttpClient();
    private final TwinServer twin = TwinServer.start(
            SeedCodec.read(SEED, "application/yaml", NOON),
            new TwinServer.Config(
                    "127.0.0.1",
                    0,
                    Clock.fixed(NOON, ZoneOffset.UTC),
                    Optional.empty(),
                    Optional.empty(),
                    Duration.ZERO));

    String url() {
        return twin.url();
    }

    /** A request with a token; null for none. */
    HttpRequest request(String token, String method, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url() + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "token " + token);
        }
        return request.build();
    }

    HttpResponse<String> send(String token, String method, String path, String body) throws IOException {
        try {
            return client.send(request(token, method, path, body), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> get(String token, String path) throws IOException {
        return send(token, "GET", path, null);
    }

    /** A call of control, which must be answered so. */
    JsonNode control(int status, String method, String path, String body) throws IOException {
        HttpResponse<String> answer = send(null, method, path.startsWith("/w/") ? path : "/_twin/" + path, body);
        assertEquals(status, answer.statusCode(), answer.body());
        return JSON.readTree(answer.body());
    }

    /** Sets a fault; single quotes stand for double ones. */
    JsonNode fault(String fault) throws IOException {
        return control(201, "POST", "faults", fault.replace('\'', '"'));
    }

    /** All that a server says on a connection until it ends. */
    String raw(String request) throws IOException {
        URI server = URI.create(url());
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    /** Waits until the default world has nothing left to deliver. */
    void rest() throws InterruptedException {
        twin.worlds().main().runtime().deliveries().rest(Duration.ofSeconds(20));
    }

    static JsonNode json(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body());
    }

    @Override
    public void close() {
        twin.close();
        assertEquals(List.of(), twin.contractViolations());
    }
}
