package dev.hubtwin.internal.jetty;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hubtwin.internal.assembly.TwinServer;
import dev.hubtwin.internal.hosting.HostedWorld;
import dev.hubtwin.internal.jetty.RawConnection.Reply;
import dev.hubtwin.internal.seed.SeedCodec;
import dev.hubtwin.support.MachineClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** A twin that is asked over raw connections; what it draws at random is replaced by what is the same for all. */
final class TwinOfStores implements AutoCloseable {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Pattern TAG = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern DRAWN =
            Pattern.compile("\"X-GitHub-Request-Id\":\"[^\"]*\"|\"duration_ms\":[0-9.E-]+|,?\"Range\":\"[^\"]*\"");
    private static final String SEED = """
      settings: {rate_limit: 60}
      users: [{login: olivia}, {login: mike}, {login: zoe}]
      organizations: [{login: acme, members: [{login: olivia, role: admin}, {login: mike}]}]
      apps: [{slug: twin-app, id: 7, name: Twin App, owner: acme, permissions: {members: read}, client_id: client,
              client_secret: secret, installations: [{id: 70, account: acme}]}]
      tokens:
        - {token: ghp_olivia, user: olivia, scopes: ['admin:org', user, 'admin:org_hook']}
        - {token: ghp_mike, user: mike, scopes: ['read:org']}
        - {token: ghp_ending, user: mike, scopes: ['read:org'], expires_at: '2026-01-01T12:30:00Z'}
        - {token: ghs_installation, kind: installation, installation: 70}
      """;

    private final MachineClock clock = new MachineClock(NOON);
    private final TwinServer server = TwinServer.start(
            SeedCodec.read(SEED, "application/yaml", NOON),
            new TwinServer.Config("127.0.0.1", 0, clock, Optional.empty(), Optional.empty(), Duration.ZERO));
    private final List<String> tags = new ArrayList<>();
    private final String more;

    /** A twin that is sent these headers, too. */
    TwinOfStores(String more) {
        this.more = more;
    }

    /** The text of a request: method, target and body, and headers of its own. */
    static String request(String line, String headers) {
        String[] parts = line.split(" ", 3);
        String body = parts.length > 2 ? parts[2] : "";
        return "%s %s HTTP/1.1\r\nHost: localhost\r\nUser-Agent: a\r\n%sContent-Length: %d\r\n\r\n%s"
                .formatted(parts[0], parts[1], headers, body.length(), body);
    }

    /** The answer; {@code $3} stands for the third last tag that this twin gave for the first time. */
    Reply send(String request) throws IOException {
        String known = Pattern.compile("\\$([0-9]+)").matcher(request).replaceAll(found -> tag(found.group(1)));
        try (RawConnection connection =
                new RawConnection(URI.create(server.url()).getPort())) {
            Reply reply = connection
                    .send(known.replaceFirst("\r\n\r\n", "\r\n" + more + "\r\n"))
                    .read();
            Map<String, String> headers = new TreeMap<>(reply.headers());
            headers.computeIfPresent("x-github-request-id", (name, value) -> "drawn");
            boolean isCompressed = headers.containsKey("content-encoding");
            if (isCompressed) {
                headers.remove("content-length");
            }
            headers.replaceAll((name, value) -> same(value));
            return new Reply(reply.status(), headers, same(isCompressed ? plain(reply.body()) : reply.body()));
        }
    }

    private static String plain(String compressed) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(compressed.getBytes(ISO_8859_1)))) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private String tag(String number) {
        int index = tags.size() - Integer.parseInt(number);
        return index >= 0 ? Matcher.quoteReplacement("W/\"" + tags.get(index) + "\"") : "\"unknown\"";
    }

    private String same(String text) {
        String anyPort = text.replace(":" + URI.create(server.url()).getPort(), ":port");
        return TAG.matcher(anyPort).replaceAll(found -> {
            if (!tags.contains(found.group())) {
                tags.add(found.group());
            }
            return "tag " + tags.indexOf(found.group());
        });
    }

    /** What the log of the default world says. */
    String log() throws IOException {
        Reply log = send(request("GET /_twin/requests?per_page=100", ""));
        assertEquals(200, log.status());
        return DRAWN.matcher(log.body()).replaceAll("");
    }

    /** Lets so many milliseconds pass; less than none puts the clock back. */
    void pass(long millis) {
        clock.advance(Duration.ofMillis(millis));
    }

    /** Makes it as late as with another. */
    void pass(TwinOfStores other) {
        clock.set(other.clock.instant());
    }

    /** How many bytes of responses are stored in all worlds. */
    long storedBytes() {
        return server.worlds().all().stream()
                .map(HostedWorld::runtime)
                .mapToLong(runtime -> runtime.stored().bytes())
                .sum();
    }

    @Override
    public void close() {
        server.close();
    }
}
