package dev.hubtwin.internal.forwarding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hubtwin.internal.assembly.TwinServer;
import dev.hubtwin.internal.seed.SeedCodec;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Two servers as of two processes: one owns the twin, the other forwards to it. */
final class TwinPair implements AutoCloseable {

    static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    static final String TOKEN = "Authorization: token ghp_oliviaoliviaoliviaoliviaolivia\r\n";
    private static final String SEED = """
      settings: {rate_limit: 1000}
      users: [{login: olivia}, {login: mike}, {login: zoe}]
      organizations: [{login: acme, members: [{login: olivia, role: admin}, {login: mike}]}]
      tokens: [{token: ghp_oliviaoliviaoliviaoliviaolivia, user: olivia, scopes: ['admin:org', user]}]
      """;
    private static final Pattern DRAWN =
            Pattern.compile("(?m)^(Date|X-GitHub-Request-Id|X-RateLimit-Remaining|X-RateLimit-Used): .*$");

    final SwitchableOwnership ofOwner = new SwitchableOwnership();
    final SwitchableOwnership ofForwarder = new SwitchableOwnership();
    final TwinServer owner = server(SEED, ofOwner);
    final TwinServer forwarder = server("users: [{login: nobody}]", ofForwarder);

    TwinPair() {
        ofOwner.become(new Ownership.Here());
        ofForwarder.become(owner.url());
    }

    static TwinServer server(String seed, Ownership ownership) {
        return server(seed, ownership, Optional.empty());
    }

    static TwinServer server(String seed, Ownership ownership, Optional<TwinServer.TlsPort> tls) {
        return server(seed, "127.0.0.1", Optional.empty(), tls, ownership);
    }

    /** A server that others reach, and whose control API demands a token. */
    static TwinServer beyondLoopback(String token, Ownership ownership) {
        return server("users: [{login: nobody}]", "0.0.0.0", Optional.of(token), Optional.empty(), ownership);
    }

    private static TwinServer server(
            String seed, String host, Optional<String> token, Optional<TwinServer.TlsPort> tls, Ownership ownership) {
        return TwinServer.start(
                SeedCodec.read(seed, "application/yaml", NOON),
                new TwinServer.Config(
                        host, 0, Clock.fixed(NOON, ZoneOffset.UTC), token, tls, Duration.ZERO, 20_000_000),
                Optional.of(ownership));
    }

    /** The text of a request that ends its connection. */
    static String request(String line, String headers, String body) {
        String host = headers.contains("Host:") ? "" : "Host: localhost:8080\r\n";
        String agent = headers.contains("User-Agent:") ? "" : "User-Agent: test\r\n";
        return line + " HTTP/1.1\r\n" + host + agent + headers + "Connection: close\r\n\r\n" + body;
    }

    String direct(String request) throws IOException {
        return RawExchange.send(owner.url(), request);
    }

    String forwarded(String request) throws IOException {
        return RawExchange.send(forwarder.url(), request);
    }

    /** Without what is drawn or counted anew for each request. */
    static String same(String answer) {
        return DRAWN.matcher(answer.replace("\r\n", "\n")).replaceAll("$1: any");
    }

    /** Asked for the third time, what a server keeps of its answers makes no difference any more. */
    void assertSame(String request) throws IOException {
        direct(request);
        direct(request);
        String direct = direct(request);
        assertEquals(same(direct), same(forwarded(request)), request);
    }

    void reset() throws IOException {
        direct(request("POST /_twin/reset", "Content-Length: 0\r\n", ""));
        ofOwner.become(new Ownership.Here());
        ofForwarder.become(owner.url());
    }

    @Override
    public void close() {
        forwarder.close();
        owner.close();
        assertEquals(List.of(), owner.contractViolations());
    }
}
