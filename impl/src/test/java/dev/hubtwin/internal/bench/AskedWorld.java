package dev.hubtwin.internal.bench;

import dev.hubtwin.internal.assembly.TwinServer;
import dev.hubtwin.internal.world.World;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;

/** A world that a twin in this process serves, and a connection to it. Every webhook has been delivered to. */
final class AskedWorld implements AutoCloseable {

    private static final int REQUESTS = 100;
    private static final int PINGS = 10_000;
    private static final double NANOS_IN_A_MICRO = 1e3;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final BenchWorld made;
    private final ThreadUse use;
    private final TwinServer twin;
    private final KeepAliveConnection connection;
    private int sent;

    /**
     * Begins to serve.
     *
     * @param world as it was made
     * @param use counts the threads of the twin, and neither this one nor the receiver's
     */
    AskedWorld(BenchWorld made, World world, ThreadUse use) throws IOException, InterruptedException {
        this.made = made;
        this.use = use;
        twin = TwinServer.start(world);
        connection = new KeepAliveConnection(URI.create(twin.url()).getPort());
        connection.granted(WorldRequest.snapshot());
        for (int i = 0; i < PINGS; i++) {
            connection.granted(WorldRequest.ping(made.hooked(i)));
        }
        rest();
    }

    /** Returns the microseconds of processor time that one request of a kind takes, its deliveries included. */
    double run(WorldRequest request) throws IOException, InterruptedException {
        connection.granted(WorldRequest.restore());
        int first = sent;
        sent += REQUESTS;
        send(request.before(), first);
        use.count();
        long begin = use.nanos();
        send(request.text(), first);
        use.count();
        long end = use.nanos();
        send(request.after(), first);
        return (end - begin) / NANOS_IN_A_MICRO / REQUESTS;
    }

    private void send(WorldRequest.Text text, int first) throws IOException, InterruptedException {
        if (text != null) {
            for (int i = first; i < first + REQUESTS; i++) {
                connection.granted(text.apply(made, i));
            }
            rest();
        }
    }

    private void rest() throws InterruptedException {
        if (twin.worlds().main().runtime().deliveries().rest(PATIENCE) > 0) {
            throw new IllegalStateException("deliveries wait");
        }
    }

    @Override
    public void close() throws IOException {
        connection.close();
        twin.close();
    }
}
