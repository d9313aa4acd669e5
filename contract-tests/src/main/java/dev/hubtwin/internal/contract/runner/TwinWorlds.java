package dev.hubtwin.internal.contract.runner;

import dev.hubtwin.internal.contract.config.FixtureSeed;
import dev.hubtwin.internal.contract.config.Target;
import dev.hubtwin.internal.contract.config.TargetProvider;
import dev.hubtwin.internal.contract.http.ContractViolation;
import dev.hubtwin.internal.contract.http.ControlClient;
import dev.hubtwin.internal.contract.http.ExchangeListener;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.http.OversizedBodyException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes worlds on a twin: one holds {@code fixture.yaml}, and each part of a contract gets a fork of it. They are
 * dropped at the end.
 */
public final class TwinWorlds implements TargetProvider.Source, AutoCloseable {

    private static final Pattern BASE = Pattern.compile("(https?://[^/]+)(/w/[a-z0-9-]+)?(/api/v3)?");

    private final String origin;
    private final String root;
    private final Optional<String> token;
    private final ExchangeListener listener;
    private final String name = "contract-" + UUID.randomUUID().toString().substring(0, 8);
    private final AtomicInteger count = new AtomicInteger();
    private final Queue<String> made = new ConcurrentLinkedQueue<>();

    private TwinWorlds(Matcher base, Optional<String> token, ExchangeListener watch) {
        this.origin = base.group(1);
        this.root = Optional.ofNullable(base.group(3)).orElse("");
        this.token = token;
        this.listener = watch;
    }

    /**
     * Makes the world of the fixture.
     *
     * @param base the root of a twin, or of one of its worlds
     * @param token the token that the control API demands, if it demands one
     * @throws IllegalArgumentException if {@code base} cannot be the root of a twin
     * @throws AssertionError if the control API does not make the world
     */
    public static TwinWorlds at(URI base, Optional<String> token, ExchangeListener watch) {
        Matcher parts = BASE.matcher(base.toString());
        if (!parts.matches()) {
            throw new IllegalArgumentException(base + " is not the root of a twin");
        }
        TwinWorlds worlds = new TwinWorlds(parts, token, watch);
        worlds.make(worlds.name, "default");
        worlds.control(worlds.name)
                .client()
                .with("Content-Type", "application/yaml")
                .send("PUT", "/state", FixtureSeed.yaml())
                .is(204);
        return worlds;
    }

    /**
     * Whether there is a twin whose control API accepts the token.
     *
     * @param base any root
     * @throws IllegalArgumentException if there is a token, and the control API is missing or refuses it
     */
    public static boolean isTwin(URI base, Optional<String> token) {
        Matcher parts = BASE.matcher(base.toString());
        if (!parts.matches()) {
            return false;
        }
        String server = parts.group(1);
        HttpAnswer health = health(server, token);
        boolean up = health.status() == 200 && health.text().contains("\"worlds\"");
        if (!up && token.isPresent()) {
            throw new IllegalArgumentException(
                    "the control API of " + server + " refuses the token: it answers " + health.status());
        }
        String world = Optional.ofNullable(parts.group(2)).orElse("");
        if (up
                && new ControlClient(URI.create(server + world + "/_twin"), token)
                                .client()
                                .get("/clock")
                                .status()
                        == 404) {
            throw new IllegalArgumentException(
                    "the twin at " + server + " has no world " + world.substring("/w/".length()));
        }
        return up;
    }

    /** Whether there may be a control API that demands a token. */
    public static boolean isControlApiProtected(URI base) {
        Matcher parts = BASE.matcher(base.toString());
        return parts.matches() && health(parts.group(1), Optional.empty()).status() == 401;
    }

    /** Returns the answer about the health of a twin; of a longer one than any twin gives, the beginning. */
    private static HttpAnswer health(String server, Optional<String> token) {
        try {
            return new ControlClient(URI.create(server + "/_twin"), token)
                    .client()
                    .get("/health");
        } catch (ContractViolation e) {
            if (e.getCause() instanceof OversizedBodyException oversized) {
                return oversized.beginning();
            }
            throw e;
        }
    }

    /** Makes a world, and returns it at the dialect of the base. */
    @Override
    public List<Target> targets() {
        String world = name + "-" + count.incrementAndGet();
        make(world, name);
        return List.of(new Target(
                URI.create(origin + "/w/" + world + root), true, Optional.of(control(world)), Map.of(), listener));
    }

    private void make(String world, String from) {
        server().client().send("PUT", "/worlds/" + world + "?from=" + from, "").is(201);
        made.add(world);
    }

    private ControlClient server() {
        return new ControlClient(URI.create(origin + "/_twin"), token);
    }

    private ControlClient control(String world) {
        return new ControlClient(URI.create(origin + "/w/" + world + "/_twin"), token);
    }

    /** Drops the worlds; a server that has stopped has none. */
    @Override
    public void close() {
        try {
            made.forEach(world -> server().client().send("DELETE", "/worlds/" + world, ""));
        } catch (ContractViolation e) {
            made.clear();
        }
    }
}
