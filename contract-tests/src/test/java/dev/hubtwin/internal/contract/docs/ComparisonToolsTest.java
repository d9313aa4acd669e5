package dev.hubtwin.internal.contract.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What {@code src/tools/run} makes of the output of tools; the tests of that are in its own language. */
class ComparisonToolsTest {

    @Test
    @DisplayName("What other tools say is read rightly, and faults strike where they should")
    void readsWhatToolsSay() throws IOException, InterruptedException {
        String skipped = "SKIPPED: the tests of src/tools. No node in PATH; apt-get install nodejs";
        boolean isSkipped = !BashSession.missing("node").isEmpty();
        if (isSkipped) {
            System.out.println(skipped);
        }
        assumeTrue(!isSkipped, skipped);
        Process tests = new ProcessBuilder("node", "--test", "src/tools/test/comparison.test.mjs")
                .redirectErrorStream(true)
                .start();
        String said = new String(tests.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, tests.waitFor(), said);
    }
}
