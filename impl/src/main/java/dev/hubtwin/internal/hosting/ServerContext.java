package dev.hubtwin.internal.hosting;

import dev.hubtwin.internal.auth.ControlToken;
import dev.hubtwin.internal.memory.HeapExhaustion;
import dev.hubtwin.internal.metrics.Measurement;
import dev.hubtwin.internal.metrics.MetricSource;
import dev.hubtwin.internal.metrics.ServerMetrics;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What is one server's own. Everything else that answers a request is the program's: it is made once, and every server
 * of a process shares it.
 *
 * @param worlds its worlds
 * @param clock the machine's time
 * @param startedAt since when it is there
 * @param version of the program
 * @param controlToken what its control API demands
 * @param violations where it broke its contract
 * @param exhaustion ends it when the heap is full
 * @param metrics what is counted and measured of it
 * @param key seals what its pages show, and dies with it, unless worlds are kept
 * @param storage where its worlds are kept
 */
public record ServerContext(
        WorldRegistry worlds,
        Clock clock,
        Instant startedAt,
        String version,
        ControlToken controlToken,
        ContractViolations violations,
        HeapExhaustion exhaustion,
        ServerMetrics metrics,
        byte[] key,
        WorldStorage storage)
        implements MetricSource {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int KEY_BYTES = 32;

    /** Draws a key. */
    public static byte[] drawKey() {
        byte[] drawn = new byte[KEY_BYTES];
        RANDOM.nextBytes(drawn);
        return drawn;
    }

    /** A server that starts now. */
    public static ServerContext of(
            WorldRegistry worlds,
            Clock clock,
            String version,
            ControlToken controlToken,
            HeapExhaustion exhaustion,
            byte[] key,
            WorldStorage storage) {
        ServerContext context = new ServerContext(
                worlds,
                clock,
                clock.instant(),
                version,
                controlToken,
                new ContractViolations(),
                exhaustion,
                new ServerMetrics(),
                key,
                storage);
        context.metrics().add(context);
        return context;
    }

    /** How long it has been there. */
    public Duration uptime() {
        return Duration.between(startedAt, clock.instant());
    }

    @Override
    public List<Measurement> measurements() {
        return List.of(
                Measurement.gauge(
                        "hubtwin.version", "The version of the program.", Map.of("version", version), () -> 1),
                Measurement.gauge(
                        "hubtwin.uptime.seconds",
                        "How long the server has been there.",
                        () -> uptime().toMillis() / 1e3),
                Measurement.gauge(
                        "hubtwin.worlds", "Worlds.", () -> worlds.all().size()),
                Measurement.gauge(
                        "hubtwin.storage.owned",
                        "Whether this process owns the worlds where they are kept.",
                        Map.of("kind", storage.kind()),
                        () -> storage.isOwned() ? 1 : 0),
                Measurement.gauge(
                        "hubtwin.storage.waiting", "Changes of worlds that wait to be written.", storage::waiting),
                Measurement.gauge(
                        "hubtwin.storage.tail", "Changes of worlds that no snapshot has yet.", storage::tail));
    }
}
