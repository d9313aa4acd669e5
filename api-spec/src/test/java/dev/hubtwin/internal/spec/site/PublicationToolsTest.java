package dev.hubtwin.internal.spec.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What {@code src/tools/run} makes of the results of tools; the tests of that are in its own language. */
class PublicationToolsTest {

    @Test
    void theirResultsAreJudgedRightly() throws IOException, InterruptedException {
        Process tests = start();
        String said = new String(tests.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, tests.waitFor(), said);
    }

    private static Process start() {
        try {
            return new ProcessBuilder("node", "--test", "src/tools/test/tools.test.mjs")
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            String skipped = "SKIPPED: the tests of src/tools. No node in PATH; apt-get install nodejs";
            System.out.println(skipped);
            return abort(skipped);
        }
    }
}
