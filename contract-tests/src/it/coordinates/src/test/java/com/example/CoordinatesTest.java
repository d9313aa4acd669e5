package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.Twin;
import dev.hubtwin.contract.ContractTests;
import dev.hubtwin.testcontainers.HubtwinContainer;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What was fetched works: the library, the contract tests, the container's description, and the two programs. */
class CoordinatesTest {

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    @Test
    void hasTheLibrary() throws Exception {
        try (Twin twin = Twin.start()) {
            assertEquals("acme", twin.world().asUser("olivia").organizations().get("acme").getLogin());
        }
    }

    @Test
    void hasTheContainer() {
        assertEquals(36, new HubtwinContainer("hubtwin:any").getControlToken().length());
    }

    @Test
    void hasTheContractTests() {
        try (Twin twin = Twin.start()) {
            ContractTests.on(twin.url()).rules("R105").run().assertPassed();
        }
    }

    @Test
    void hasThePrograms() throws Exception {
        assertEquals("hubtwin " + Twin.version(), run("hubtwin-runnable.jar", "--version"));
        assertTrue(run("hubtwin-contract-tests-runnable.jar", "--help").contains("--base-url"));
    }

    private static String run(String jar, String option) throws IOException, InterruptedException {
        Path file = Path.of("target", "programs", jar);
        Process program = new ProcessBuilder(JAVA.toString(), "-jar", file.toString(), option)
                .redirectErrorStream(true)
                .start();
        String said = new String(program.getInputStream().readAllBytes()).strip();
        assertEquals(0, program.waitFor(), said);
        return said;
    }
}
