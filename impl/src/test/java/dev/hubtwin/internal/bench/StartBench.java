package dev.hubtwin.internal.bench;

import dev.hubtwin.Twin;
import dev.hubtwin.seed.Seed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How long it takes to start a twin, to ask it once, and to close it: {@code docs/start.md}. No figure of it is tested.
 */
final class StartBench {

    private static final int STARTS = 200;
    private static final int COLD = 10;
    private static final double NANOS_IN_A_MILLI = 1e6;

    private StartBench() {}

    public static void main(String[] arguments) throws Exception {
        Seed small = Seed.of().user("olivia").organization("acme", acme -> acme.owner("olivia"));
        List<Long> starts = new ArrayList<>();
        List<Long> calls = new ArrayList<>();
        List<Long> ends = new ArrayList<>();
        for (int i = 0; i < STARTS; i++) {
            long begin = System.nanoTime();
            Twin twin = i % 2 == 0 ? Twin.start() : Twin.start(small);
            long started = System.nanoTime();
            twin.world().asUser("olivia").organizations().get("acme");
            long called = System.nanoTime();
            twin.close();
            starts.add(started - begin);
            calls.add(called - started);
            ends.add(System.nanoTime() - called);
        }
        System.out.printf(
                "first start %.0f ms, second %.1f ms%n",
                starts.get(0) / NANOS_IN_A_MILLI, starts.get(1) / NANOS_IN_A_MILLI);
        print("demo", starts, 0);
        print("small", starts, 1);
        print("first call", calls, 0);
        print("close", ends, 0);
    }

    /** Of every second one, after the first ones. */
    private static void print(String what, List<Long> nanos, int first) {
        List<Long> warm = new ArrayList<>();
        for (int i = COLD + first; i < nanos.size(); i += 2) {
            warm.add(nanos.get(i));
        }
        Collections.sort(warm);
        System.out.printf(
                "%s: median %.1f ms, nine of ten %.1f ms, most %.1f ms%n",
                what,
                warm.get(warm.size() / 2) / NANOS_IN_A_MILLI,
                warm.get(warm.size() * 9 / 10) / NANOS_IN_A_MILLI,
                warm.get(warm.size() - 1) / NANOS_IN_A_MILLI);
    }
}
