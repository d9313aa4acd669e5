package dev.hubtwin.internal.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Prints what requests cost a twin, as multiples of what it costs a bare Jetty to answer the same bytes: processor
 * time, and the bytes that are allocated. Each server is a process of its own, asked over loopback in turn, and the
 * least of all rounds is printed: whatever else the machine does can only add to it.
 */
public final class RequestBench {

    private static final double TOLERANCE = 1.3;

    /** How often to ask. */
    private record Effort(int warmUp, int rounds, int requests) {

        private static final Effort WHOLE = new Effort(8_000, 15, 300);
        private static final Effort SHORT = new Effort(2_500, 5, 200);
    }

    private final Effort effort;

    private RequestBench(Effort effort) {
        this.effort = effort;
    }

    /**
     * Measures.
     *
     * @param arguments nothing; {@code short}: less often, and with status 1 if any request allocates more than 1.3
     *     times the bytes that are committed; {@code write}: whole, and commits the figures; {@code kept}: what
     *     requests cost a twin that keeps its worlds in a file, as multiples of what they cost one that does not
     */
    public static void main(String[] arguments) throws Exception {
        List<String> how = List.of(arguments);
        boolean isShort = how.contains("short");
        RequestBench bench = new RequestBench(isShort ? Effort.SHORT : Effort.WHOLE);
        if (how.contains("kept")) {
            bench.compareKept();
            return;
        }
        List<RequestCost> costs = bench.measure();
        if (how.contains("write")) {
            CommittedCosts.here(costs).write();
        }
        if (isShort && !wasteful(costs).isEmpty()) {
            System.out.println(
                    "These allocate more than " + TOLERANCE + " times what is committed: " + wasteful(costs));
            System.exit(1);
        }
    }

    private static List<String> wasteful(List<RequestCost> costs) {
        List<RequestCost> committed = CommittedCosts.read().costs();
        return costs.stream()
                .filter(cost -> committed.stream()
                        .noneMatch(
                                known -> known.name().equals(cost.name()) && cost.bytes() <= TOLERANCE * known.bytes()))
                .map(RequestCost::name)
                .toList();
    }

    private List<RequestCost> measure() throws Exception {
        KeyPair key = BenchRequest.key();
        Path seed = Files.writeString(Files.createTempFile("hubtwin-bench", ".yaml"), BenchRequest.seed(key));
        List<RequestCost> costs = new ArrayList<>();
        System.out.print(RequestCost.HEAD);
        try (MeasuredServer twin = new MeasuredServer(seed);
                MeasuredServer bare = new MeasuredServer()) {
            for (BenchRequest request : BenchRequest.all(key)) {
                costs.add(measure(request, twin, bare));
                System.out.print(costs.get(costs.size() - 1).row());
            }
        } finally {
            Files.delete(seed);
        }
        return costs;
    }

    private void compareKept() throws Exception {
        KeyPair key = BenchRequest.key();
        Path files = Files.createTempDirectory("hubtwin-bench");
        Path seed = Files.writeString(files.resolve("seed.yaml"), BenchRequest.seed(key));
        System.out.print("| request | processor time | bytes |\n| --- | --- | --- |\n");
        try (MeasuredServer kept = new MeasuredServer(seed, files.resolve("worlds.db"));
                MeasuredServer free = new MeasuredServer(seed)) {
            for (BenchRequest request : BenchRequest.all(key)) {
                kept.run(request, effort.warmUp());
                free.run(request, effort.warmUp());
                List<MeasuredServer.Use> keeping = new ArrayList<>();
                List<MeasuredServer.Use> not = new ArrayList<>();
                for (int round = 0; round < effort.rounds(); round++) {
                    keeping.add(kept.run(request, effort.requests()));
                    not.add(free.run(request, effort.requests()));
                }
                System.out.printf(
                        Locale.ROOT,
                        "| %s | %.2f | %.2f |%n",
                        request.name(),
                        least(keeping, MeasuredServer.Use::micros) / least(not, MeasuredServer.Use::micros),
                        least(keeping, MeasuredServer.Use::bytes) / least(not, MeasuredServer.Use::bytes));
            }
        }
    }

    private RequestCost measure(BenchRequest request, MeasuredServer twin, MeasuredServer bare) throws Exception {
        twin.run(request, effort.warmUp());
        Path answer = Files.write(Files.createTempFile("hubtwin-bench", ".http"), twin.answer(request));
        bare.give(answer);
        Files.delete(answer);
        bare.run(request, effort.warmUp());
        List<MeasuredServer.Use> ours = new ArrayList<>();
        List<MeasuredServer.Use> theirs = new ArrayList<>();
        for (int round = 0; round < effort.rounds(); round++) {
            ours.add(twin.run(request, effort.requests()));
            theirs.add(bare.run(request, effort.requests()));
        }
        double micros = least(ours, MeasuredServer.Use::micros);
        return new RequestCost(
                request.name(),
                micros / least(theirs, MeasuredServer.Use::micros),
                micros,
                Math.round(least(ours, MeasuredServer.Use::bytes)),
                Math.round(least(theirs, MeasuredServer.Use::bytes)));
    }

    private static double least(List<MeasuredServer.Use> uses, ToDoubleFunction<MeasuredServer.Use> what) {
        return uses.stream().mapToDouble(what).min().orElseThrow();
    }
}
