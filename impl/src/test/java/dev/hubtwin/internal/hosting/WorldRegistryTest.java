package dev.hubtwin.internal.hosting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.internal.delivery.WebhookSender;
import dev.hubtwin.internal.event.Mail;
import dev.hubtwin.internal.journal.Journal;
import dev.hubtwin.internal.seed.SeedCodec;
import dev.hubtwin.internal.store.Change;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.seed.Seed;
import java.lang.ref.WeakReference;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Worlds of a server")
class WorldRegistryTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final World START = SeedCodec.read(Seed.demo(), NOON);
    private static final Mail MAIL = new Mail(Mail.Subject.INVITED, "mike", "acme", NOON);

    private final WorldRegistry realms = new WorldRegistry(
            START, NOON, new WebhookSender(Clock.systemUTC(), InetAddress::getAllByName), Journal.NONE);

    @Test
    @DisplayName("A fork is the very value that it was forked from: no size makes it slower, or larger")
    void aForkIsOneReference() {
        HostedWorld fork = fork("fork", realms.main().store().now());
        assertSame(START, fork.store().now());
        fork.store().change(world -> new Change<>(world.signedIn(null), null));
        assertSame(START, realms.main().store().now());
        assertNotSame(START, fork.store().now());
    }

    @Test
    @DisplayName("What stands beside a fork begins empty; a reset empties it, and keeps snapshots")
    void whatStandsBesideIsItsOwn() {
        HostedWorld main = realms.main();
        main.store().change(world -> new Change<>(world, null, List.of(MAIL)));
        main.keep("before", new HostedWorld.Snapshot(START, NOON));
        assertEquals(1, main.runtime().mails().all().size());
        assertEquals(0, fork("fork", START).runtime().mails().all().size());
        main.reset();
        assertEquals(0, main.runtime().mails().all().size());
        assertSame(START, main.snapshot("before").world());
    }

    @Test
    @DisplayName("A dropped world is collected")
    void aDroppedWorldIsCollected() {
        WeakReference<HostedWorld> realm = new WeakReference<>(fork("fork", START));
        WeakReference<World> state = new WeakReference<>(realm.get().store().change(world -> {
            World changed = world.signedIn(null);
            return new Change<>(changed, changed);
        }));
        assertTrue(realms.drop("fork"));
        for (int i = 0; i < 100 && (realm.get() != null || state.get() != null); i++) {
            System.gc();
        }
        assertSame(null, realm.get());
        assertSame(null, state.get());
    }

    private HostedWorld fork(String name, World from) {
        return realms.fork(name, new HostedWorld.Origin(from, WorldRegistry.DEFAULT, NOON))
                .world();
    }
}
