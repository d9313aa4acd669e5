package dev.hubtwin.internal.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What many keep within one budget")
class EvictionBudgetTest {

    private final Log busy = new Log();
    private final Log quiet = new Log();
    private final EvictionBudget budget = new EvictionBudget(1_000, () -> List.<Evictable>of(busy, quiet).stream());

    /** Keeps things of ten bytes. */
    private static final class Log implements Evictable {

        private int kept;

        @Override
        public long bytes() {
            return 10L * kept;
        }

        @Override
        public void evictHalf() {
            kept /= 2;
        }
    }

    private void add(Log log, int things) {
        for (int i = 0; i < things; i++) {
            log.kept++;
            budget.accept(10);
        }
    }

    @Test
    void neverExceedsIt() {
        for (int i = 0; i < 1_000; i++) {
            add(busy, 1);
            assertTrue(busy.bytes() <= 1_000);
        }
    }

    @Test
    void isForgottenByWhoKeepsTheMost() {
        add(quiet, 20);
        add(busy, 10_000);
        assertEquals(200, quiet.bytes());
    }

    @Test
    @DisplayName("is counted anew when who kept it has ended")
    void isCountedAnew() {
        add(busy, 90);
        busy.kept = 0;
        add(quiet, 20);
        assertEquals(200, quiet.bytes());
    }
}
