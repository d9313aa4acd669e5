package com.example;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the README shows is what is compiled and run. */
class ReadmeTest {

    @Test
    void theTestInTheReadmeIsTheOneThatRuns() throws IOException {
        String file = Files.readString(Path.of("src/test/java/com/example/InvitationTest.java"));
        assertTrue(
                Files.readString(Path.of("../README.md")).contains("\n```java\n" + file + "```\n"),
                "README.md does not have InvitationTest.java as it is");
    }
}
