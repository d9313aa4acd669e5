package dev.hubtwin.internal.bench;

import com.sun.net.httpserver.HttpServer;
import dev.hubtwin.internal.seed.SeedCodec;
import dev.hubtwin.internal.world.World;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What worlds of two sizes cost: changes of the state and requests by turns, import, export and memory. Argument:
 * {@code short} for a large one of a tenth. No figure of it is tested.
 */
final class WorldBench {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final int WARM_UP = 20;
    private static final int ROUNDS = 15;
    private static final int CHANGES = 100;
    private static final int NO_CONTENT = 204;
    private static final double NANOS_IN_A_MICRO = 1e3;
    private static final double NANOS_IN_A_SECOND = 1e9;
    private static final long MEGABYTE = 1 << 20;

    private record Change(String name, UnaryOperator<World> made) {}

    /** Something that is done often, whose processor time is measured. */
    private interface Round {

        /** Does it; returns the microseconds that it takes once. */
        double micros() throws IOException, InterruptedException;
    }

    private WorldBench() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        boolean isShort = arguments.length > 0 && arguments[0].equals("short");
        HttpServer receiver = receiver();
        String url = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/";
        try {
            compare(new BenchWorld(1_000, url), new BenchWorld(isShort ? 100_000 : 1_000_000, url));
        } finally {
            receiver.stop(0);
        }
    }

    private static void compare(BenchWorld few, BenchWorld many) throws IOException, InterruptedException {
        World small = read(few);
        long heap = heap();
        long begin = cpu();
        World large = read(many);
        System.out.printf("import of %,d members: %.2f s CPU%n", many.members(), (cpu() - begin) / NANOS_IN_A_SECOND);
        System.out.printf("retained: %,d bytes a member%n", (heap() - heap) / many.members());
        for (Change change : changes()) {
            compare(change.name(), () -> repeat(change, small), () -> repeat(change, large));
        }
        ThreadUse use = ThreadUse.ofLaterOnes();
        try (AskedWorld smallAsked = new AskedWorld(few, small, use);
                AskedWorld largeAsked = new AskedWorld(many, large, use)) {
            for (WorldRequest request : WorldRequest.all()) {
                compare(request.name(), () -> smallAsked.run(request), () -> largeAsked.run(request));
            }
        }
        begin = cpu();
        int length = SeedCodec.json(large).length();
        System.out.printf("export of %,d MB: %.2f s CPU%n", length / MEGABYTE, (cpu() - begin) / NANOS_IN_A_SECOND);
    }

    private static List<Change> changes() {
        return List.of(
                patch("`PATCH` a user's name", "{\"users\": [{\"login\": \"user-50\", \"name\": \"New\"}]}"),
                patch("`PATCH` a new user", "{\"users\": [{\"login\": \"new\"}]}"),
                patch("`PATCH` a new token", "{\"tokens\": [{\"token\": \"t\", \"user\": \"user-50\"}]}"),
                patch(
                        "`PATCH` a member's role",
                        "{\"organizations\": [{\"login\": \"org-0\", \"members\": [{\"login\": \"user-5\", \"role\": \"admin\"}]}]}"),
                patch("`PATCH` away a user", "{\"users\": [{\"login\": \"user-50\", \"$delete\": true}]}"),
                patch(
                        "`PATCH` away an organization",
                        "{\"organizations\": [{\"login\": \"org-7\", \"$delete\": true}]}"),
                new Change(
                        "`POST` a user",
                        world -> SeedCodec.add(world, "{\"users\": [{\"login\": \"new\"}]}", null, NOW)));
    }

    private static Change patch(String name, String document) {
        return new Change(name, world -> SeedCodec.merge(world, document, null, NOW));
    }

    /** Prints a row: the least of rounds in a small and in a large world, which take turns. */
    private static void compare(String name, Round small, Round large) throws IOException, InterruptedException {
        for (int i = 0; i < WARM_UP; i++) {
            small.micros();
            large.micros();
        }
        double few = Double.MAX_VALUE;
        double many = Double.MAX_VALUE;
        for (int i = 0; i < ROUNDS; i++) {
            few = Math.min(few, small.micros());
            many = Math.min(many, large.micros());
        }
        System.out.printf("| %s | %.0f | %.0f | %.1f |%n", name, few, many, many / few);
    }

    private static double repeat(Change change, World world) {
        long begin = cpu();
        for (int i = 0; i < CHANGES; i++) {
            if (change.made().apply(world) == world) {
                throw new IllegalStateException(change.name() + " changes nothing");
            }
        }
        return (cpu() - begin) / NANOS_IN_A_MICRO / CHANGES;
    }

    private static World read(BenchWorld world) {
        return SeedCodec.read(world.json(), "application/json", NOW);
    }

    /** Takes deliveries, on a thread of its own. */
    private static HttpServer receiver() throws IOException {
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(NO_CONTENT, -1);
            exchange.close();
        });
        receiver.start();
        return receiver;
    }

    /** The processor time of this thread, in nanoseconds. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
