package dev.hubtwin.internal.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hubtwin.internal.journal.Journal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Faults")
class FaultsTest {

    private static final int THREADS = 8;
    private static final int EACH = 100_000;

    @Test
    void countEveryRequestOnceAndStrikeAsManyAsTheySay() throws Exception {
        Faults faults = new Faults(() -> {});
        ArmedFault fault = faults.add(new Fault(
                new Fault.Choice(null, null, null, null),
                new Fault.Effect(429, null, Map.of(), null, null, false, ResponseFault.WHOLE),
                new Fault.Timing(300_000, 2, null, null)));
        Fault.Asked asked = new Fault.Asked("orgs/get", "GET", "/orgs/acme", true, () -> null);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<Future<Integer>> struck = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            struck.add(threads.submit(() -> {
                int hits = 0;
                for (int j = 0; j < EACH; j++) {
                    hits += faults.strike(asked, Journal.NONE).isPresent() ? 1 : 0;
                }
                return hits;
            }));
        }
        int hits = 0;
        for (Future<Integer> one : struck) {
            hits += one.get();
        }
        threads.shutdown();
        assertEquals(300_000, hits);
        assertEquals(300_000, fault.hits());
        assertEquals((long) THREADS * EACH, fault.chosen());
    }
}
