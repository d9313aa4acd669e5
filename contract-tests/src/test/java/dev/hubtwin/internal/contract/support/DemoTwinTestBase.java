package dev.hubtwin.internal.contract.support;

import dev.hubtwin.Twin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Tests of a class that share a twin with the demo world. */
public abstract class DemoTwinTestBase {

    protected static Twin twin;

    @BeforeAll
    static void start() {
        twin = Twin.start();
    }

    @AfterAll
    static void stop() {
        twin.close();
    }
}
