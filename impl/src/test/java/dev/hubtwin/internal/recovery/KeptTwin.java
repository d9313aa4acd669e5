package dev.hubtwin.internal.recovery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hubtwin.internal.assembly.TwinServer;
import dev.hubtwin.internal.seed.SeedCodec;
import dev.hubtwin.support.MachineClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A twin that keeps its worlds in a file, by a clock that the test sets. A crash leaves the files as they are. */
final class KeptTwin implements AutoCloseable {

    static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    static final String FILE = "worlds.db";
    private static final List<String> SHOWN =
            List.of("/state", "/snapshots", "/faults", "/mails?per_page=100", "/deliveries", "/clock", "/settings");
    private static final String SEED = """
      signed_in: olivia
      users: [{login: olivia}, {login: mike}, {login: zoe}, {login: dora}]
      organizations:
        - {login: acme, members: [{login: olivia, role: admin}, {login: mike}], teams: [{slug: crew, name: Crew}]}
        - {login: tinker, members: [{login: olivia, role: admin}]}
      repositories: [{owner: acme, name: widgets}]
      oauth_apps: [{client_id: 0123456789abcdef0123, client_secret: shh, name: Reports}]
      tokens:
        - {token: ghp_olivia, user: olivia, scopes: ['admin:org', user, 'admin:org_hook', repo]}
        - {token: ghp_ending, user: mike, scopes: ['read:org'], expires_at: '2026-01-01T12:30:00Z'}
      """;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Path files;
    private final MachineClock clock;
    private final TwinServer server;
    private final String url;

    private KeptTwin(Path files, MachineClock clock) {
        this(files, clock, "jdbc:sqlite:" + files.resolve(FILE));
    }

    private KeptTwin(Path files, MachineClock clock, String database) {
        this.files = files;
        this.clock = clock;
        server = TwinServer.start(
                SeedCodec.read(SEED, "application/yaml", NOON),
                new TwinServer.Config(
                        "127.0.0.1",
                        0,
                        clock,
                        Optional.empty(),
                        Optional.empty(),
                        Duration.ZERO,
                        1 << 24,
                        Optional.of(new TwinServer.Data(database, Optional.empty()))));
        url = server.url();
    }

    /** Starts one at noon. */
    static KeptTwin in(Path files) {
        return new KeptTwin(files, new MachineClock(NOON));
    }

    /** Starts one at noon with a database. */
    static KeptTwin with(String database) {
        return new KeptTwin(null, new MachineClock(NOON), database);
    }

    /** Stops this one, and starts one with its files. */
    KeptTwin again() {
        server.close();
        return new KeptTwin(files, clock);
    }

    /** Starts another one with a copy of the files, as they are while this one runs. */
    KeptTwin afterACrash() throws IOException {
        return new KeptTwin(copy(), clock);
    }

    /** Copies the files, as they are while this one runs. */
    Path copy() throws IOException {
        Path copy = Files.createTempDirectory(files, "crash");
        for (String name : List.of(FILE, FILE + "-wal")) {
            if (Files.exists(files.resolve(name))) {
                Files.copy(files.resolve(name), copy.resolve(name));
            }
        }
        return copy;
    }

    String url() {
        return url;
    }

    TwinServer server() {
        return server;
    }

    void pass(Duration time) {
        clock.advance(time);
    }

    HttpRequest request(String method, String path, String body) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", "token ghp_olivia")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .timeout(Duration.ofSeconds(60))
                .build();
    }

    /** Sends what Olivia asks; single quotes stand for double ones. */
    HttpResponse<String> send(String method, String path, String body) throws Exception {
        return CLIENT.send(request(method, path, body.replace('\'', '"')), BodyHandlers.ofString());
    }

    /** Sends what must be answered with a status. */
    JsonNode ask(int status, String method, String path, String body) throws Exception {
        HttpResponse<String> answer = send(method, path, body);
        if (answer.statusCode() != status) {
            throw new AssertionError(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    /** Adds a user, by way of the control API. */
    void addUser(String login, String name) {
        try {
            ask(204, "PATCH", "/_twin/state", "{'users':[{'login':'" + login + "','name':'" + name + "'}]}");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    JsonNode get(String path) throws Exception {
        return ask(200, "GET", path, "");
    }

    /** Everything that the control API shows of all worlds, but for where this twin listens. */
    Map<String, String> everything() throws Exception {
        Map<String, String> all = new TreeMap<>();
        for (JsonNode world : get("/_twin/worlds")) {
            String root = "/w/" + world.path("name").asText() + "/_twin";
            all.put(root, show(world));
            for (String what : SHOWN) {
                all.put(root + what, show(get(root + what)));
            }
        }
        return all;
    }

    private String show(JsonNode what) {
        return what.toPrettyString().replace(url, "http://twin");
    }

    /** Runs statements on a database that nobody else has open; returns the number that the last one finds. */
    static long sql(Path files, String... statements) throws SQLException {
        long found = 0;
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + files.resolve(FILE));
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                if (statement.execute(sql)) {
                    ResultSet rows = statement.getResultSet();
                    found = rows.next() ? rows.getLong(1) : 0;
                }
            }
        }
        return found;
    }

    @Override
    public void close() {
        server.close();
    }
}
