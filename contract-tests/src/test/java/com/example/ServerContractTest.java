package com.example;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.hubtwin.Twin;
import dev.hubtwin.contract.ContractTests;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ServerContractTest {

    // Your server. Here it is a twin.
    private static final Twin SERVER = Twin.start();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void keepsTheContract() {
        ContractTests.on(SERVER.url()).rules("R77").run().assertPassed();
    }

    // One test for each scenario, in the reports of your own build.
    @TestFactory
    Stream<DynamicTest> keepsEachPartOfIt() {
        return ContractTests.on(SERVER.url()).operations("orgs/list").run().scenarios().stream()
                .map(scenario -> dynamicTest(scenario.sentence(), scenario::assertPassed));
    }
}
