package dev.hubtwin.internal.bench;

import dev.hubtwin.internal.seed.SeedCodec;
import dev.hubtwin.internal.world.World;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What worlds of two sizes cost: import, export, changes of the state, and memory. Argument: {@code short} for a large
 * one of a tenth. No figure of it is tested.
 */
final class WorldBench {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final int ROUNDS = 400;
    private static final int MEMBERS_OF_ONE = 10;
    private static final double NANOS_IN_A_MICRO = 1e3;
    private static final double NANOS_IN_A_SECOND = 1e9;
    private static final long MEGABYTE = 1 << 20;

    private record Change(String name, UnaryOperator<World> made) {}

    private WorldBench() {}

    public static void main(String[] arguments) {
        int few = 1_000;
        int many = arguments.length > 0 && arguments[0].equals("short") ? 100_000 : 1_000_000;
        List<Change> changes = changes();
        measure(read(few), changes); // warms up
        double[] small = measure(read(few), changes);
        long heap = heap();
        long begin = cpu();
        World world = read(many);
        System.out.printf("import of %,d members: %.2f s CPU%n", many, (cpu() - begin) / NANOS_IN_A_SECOND);
        System.out.printf("retained: %,d bytes a member%n", (heap() - heap) / many);
        double[] large = measure(world, changes);
        for (int i = 0; i < changes.size(); i++) {
            System.out.printf(
                    "%-40s %8.0f µs %8.0f µs   %.1f times%n",
                    changes.get(i).name(), small[i], large[i], large[i] / small[i]);
        }
        begin = cpu();
        int length = SeedCodec.json(world).length();
        System.out.printf("export of %,d MB: %.2f s CPU%n", length / MEGABYTE, (cpu() - begin) / NANOS_IN_A_SECOND);
    }

    private static List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        changes.add(patch("PATCH a user's name", "{\"users\": [{\"login\": \"user-500\", \"name\": \"New\"}]}"));
        changes.add(patch("PATCH a new user", "{\"users\": [{\"login\": \"new\"}]}"));
        changes.add(patch("PATCH a new token", "{\"tokens\": [{\"token\": \"t\", \"user\": \"user-500\"}]}"));
        changes.add(
                patch(
                        "PATCH a member's role",
                        "{\"organizations\": [{\"login\": \"org-0\", \"members\": [{\"login\": \"user-5\", \"role\": \"admin\"}]}]}"));
        changes.add(patch("PATCH away a user", "{\"users\": [{\"login\": \"user-500\", \"$delete\": true}]}"));
        changes.add(patch(
                "PATCH away an organization", "{\"organizations\": [{\"login\": \"org-7\", \"$delete\": true}]}"));
        changes.add(new Change(
                "POST a user", world -> SeedCodec.add(world, "{\"users\": [{\"login\": \"new\"}]}", null, NOW)));
        return changes;
    }

    private static Change patch(String name, String document) {
        return new Change(name, world -> SeedCodec.merge(world, document, null, NOW));
    }

    private static double[] measure(World world, List<Change> changes) {
        double[] micros = new double[changes.size()];
        for (int i = 0; i < micros.length; i++) {
            repeat(changes.get(i), world);
            long begin = cpu();
            repeat(changes.get(i), world);
            micros[i] = (cpu() - begin) / NANOS_IN_A_MICRO / ROUNDS;
        }
        return micros;
    }

    private static void repeat(Change change, World world) {
        for (int i = 0; i < ROUNDS; i++) {
            if (change.made().apply(world) == world) {
                throw new IllegalStateException(change.name() + " changes nothing");
            }
        }
    }

    /** A world of organizations of ten members each, and a webhook in every tenth of them. */
    private static World read(int members) {
        return SeedCodec.read(document(members), "application/json", NOW);
    }

    private static String document(int members) {
        StringBuilder text = new StringBuilder("{\"users\": [");
        for (int i = 0; i < members; i++) {
            text.append(i == 0 ? "" : ",")
                    .append("{\"login\": \"user-")
                    .append(i)
                    .append("\"}");
        }
        text.append("], \"organizations\": [");
        for (int i = 0; i < members / MEMBERS_OF_ONE; i++) {
            text.append(i == 0 ? "" : ",")
                    .append("{\"login\": \"org-")
                    .append(i)
                    .append("\"");
            if (i % MEMBERS_OF_ONE == 0) {
                text.append(
                        ", \"hooks\": [{\"config\": {\"url\": \"http://127.0.0.1:9/\"}, \"events\": [\"member\"]}]");
            }
            text.append(", \"members\": [");
            for (int j = 0; j < MEMBERS_OF_ONE; j++) {
                text.append(j == 0 ? "" : ",")
                        .append("{\"login\": \"user-")
                        .append(i * MEMBERS_OF_ONE + j)
                        .append(j == 0 ? "\", \"role\": \"admin\"}" : "\"}");
            }
            text.append("]}");
        }
        return text.append("]}").toString();
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
