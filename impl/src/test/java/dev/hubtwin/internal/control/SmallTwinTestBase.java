package dev.hubtwin.internal.control;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** Tests that talk to one small twin, as it started. */
abstract class SmallTwinTestBase {

    static SmallTwin talk;

    @BeforeAll
    static void start() {
        talk = new SmallTwin();
    }

    @AfterAll
    static void stop() {
        talk.close();
    }

    @BeforeEach
    void reset() throws Exception {
        talk.control(204, "POST", "reset", null);
    }
}
