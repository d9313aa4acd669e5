package dev.hubtwin.internal.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What is made by the control API and has a greatest number")
class CountLimitsTest extends SmallTwinTestBase {

    @Test
    void aWorldHasAThousandSnapshots() throws Exception {
        for (int i = 0; i < 1_000; i++) {
            talk.control(201, "PUT", "snapshots/s" + i, null);
        }
        assertEquals(
                "A world has at most 1000 snapshots.",
                talk.control(429, "PUT", "snapshots/one-more", null)
                        .path("message")
                        .asText());
        talk.control(200, "PUT", "snapshots/s7", null);
        talk.control(204, "DELETE", "snapshots/s7", null);
        talk.control(201, "PUT", "snapshots/one-more", null);
    }

    @Test
    void aWorldHasAThousandFaults() throws Exception {
        for (int i = 0; i < 1_000; i++) {
            talk.fault("{'operations': ['orgs/list'], 'delay': 'PT1S'}");
        }
        talk.control(429, "POST", "faults", "{\"operations\": [\"orgs/list\"], \"delay\": \"PT1S\"}");
        talk.control(204, "DELETE", "faults", null);
        talk.fault("{'operations': ['orgs/list'], 'delay': 'PT1S'}");
    }
}
