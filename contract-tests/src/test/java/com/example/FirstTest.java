package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hubtwin.TwinWorld;
import dev.hubtwin.junit.HubtwinTest;
import org.junit.jupiter.api.Test;

@HubtwinTest
class FirstTest {

    @Test
    void showsTheOrganization(TwinWorld world) throws Exception {
        // Point the client under test at world.url(). Hubtwin has one of its own:
        var acme = world.asUser("olivia").organizations().get("acme");

        assertEquals("Makers of widgets", acme.getDescription());
    }
}
