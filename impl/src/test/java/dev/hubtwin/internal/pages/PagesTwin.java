package dev.hubtwin.internal.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hubtwin.internal.assembly.TwinServer;
import dev.hubtwin.internal.seed.SeedCodec;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.support.MachineClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A twin with a small world, and a clock that the test sets. */
final class PagesTwin implements AutoCloseable {

    static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    static final String SITE = "http://foreign.example";

    private static final String SEED = """
      signed_in: olivia
      users: [{login: olivia, id: 1}, {login: mike, id: 2}]
      organizations: [{login: acme, id: 9, members: [{login: olivia, role: admin}, {login: mike}]}]
      repositories:
        - {owner: acme, name: widgets, id: 11}
        - {owner: acme, name: gears, id: 12, visibility: private}
        - {owner: olivia, name: notes, id: 13}
      apps:
        - {slug: taken, owner: olivia, name: Taken <b>, permissions: {metadata: read}, events: [push], setup_url: 'https://taken.example/setup?a=1#end'}
        - {slug: eager, owner: acme, public: false, setup_url: 'https://eager.example', setup_on_update: true}
        - {slug: quiet, owner: olivia, setup_url: 'javascript:alert(1)', installations: [{id: 70, account: acme, suspended_at: 2025-01-01T00:00:00Z}]}
      oauth_apps: [{client_id: 0123456789abcdef0123, client_secret: shh, name: Reports <b>}]
      tokens: [{token: ghp_olivia, user: olivia}]
      """;

    private final MachineClock clock = new MachineClock(NOON);
    private final TwinServer twin;

    PagesTwin(String host, Optional<String> controlToken) {
        World world = SeedCodec.read(SEED, "application/yaml", NOON);
        this.twin = TwinServer.start(
                world, new TwinServer.Config(host, 0, clock, controlToken, Optional.empty(), Duration.ZERO));
    }

    static PagesTwin onLoopback() {
        return new PagesTwin("127.0.0.1", Optional.empty());
    }

    BrowserVisit visit() {
        return new BrowserVisit(url());
    }

    String url() {
        return twin.url().replace("0.0.0.0", "127.0.0.1");
    }

    World world() {
        return twin.store().now();
    }

    void wait(int seconds) {
        clock.advance(Duration.ofSeconds(seconds));
    }

    /** Everything that there is. */
    String state() throws Exception {
        return visit().get("/_twin/state").page();
    }

    void reset() throws Exception {
        clock.set(NOON);
        assertEquals(204, visit().post("/_twin/reset").status());
    }

    @Override
    public void close() {
        twin.close();
        assertEquals(List.of(), twin.contractViolations());
    }
}
