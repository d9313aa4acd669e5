package dev.hubtwin.internal.contract.lies;

import dev.hubtwin.internal.contract.config.Target;
import dev.hubtwin.internal.contract.http.ControlClient;
import dev.hubtwin.internal.contract.http.ExchangeListener;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A proxy before a twin, and worlds on it that scenarios have to themselves. */
final class ProxiedTwin implements AutoCloseable {

    private final String twin;
    private final LyingProxy proxy;
    private final Queue<String> worlds = new ConcurrentLinkedQueue<>();

    /** One before a twin that holds the fixture. */
    ProxiedTwin(String twin) {
        this.twin = twin;
        this.proxy = new LyingProxy(URI.create(twin));
    }

    LyingProxy proxy() {
        return proxy;
    }

    /** A new world, seen through the proxy; it is controlled past it. */
    List<Target> targets(ExchangeListener watch) {
        String world = "lies-" + UUID.randomUUID();
        control("PUT", world, 201);
        worlds.add(world);
        ControlClient control = new ControlClient(URI.create(twin + "/w/" + world + "/_twin"), Optional.empty());
        return List.of(
                new Target(URI.create(proxy.url() + "/w/" + world), true, Optional.of(control), Map.of(), watch));
    }

    /** Drops the worlds that were made. */
    void clear() {
        for (String world = worlds.poll(); world != null; world = worlds.poll()) {
            control("DELETE", world, 204);
        }
    }

    private void control(String method, String world, int status) {
        new ControlClient(URI.create(twin + "/_twin"), Optional.empty())
                .client()
                .send(method, "/worlds/" + world, "")
                .is(status);
    }

    @Override
    public void close() {
        clear();
        proxy.close();
    }
}
