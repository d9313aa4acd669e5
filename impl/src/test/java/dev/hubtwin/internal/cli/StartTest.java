package dev.hubtwin.internal.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A start")
@Timeout(60)
class StartTest {

    /** What some later request needs: other formats, the management of Java, schemas, TLS, clients, web tokens. */
    private static final List<String> LATER = List.of(
            "org.yaml.",
            "javax.management.",
            "com.networknt.",
            "javax.net.ssl.",
            "java.net.http.",
            "org.apache.hc.client5.",
            "com.nimbusds.",
            "com.fasterxml.jackson.databind.deser.impl.CreatorCollector ",
            "dev.hubtwin.internal.description.DemoTokens ");

    @TempDir
    private Path folder;

    @Test
    @DisplayName("loads until the first answer nothing that only later ones need")
    void loadsWhatItNeeds() throws Exception {
        Path log = folder.resolve("classes.log");
        try (TwinProcess twin = new TwinProcess(List.of("-Xlog:class+load:file=" + log + ":none"))) {
            assertEquals(200, twin.send("GET", "/orgs/acme", null).statusCode());
            assertTrue(
                    isLoaded(log, "dev.hubtwin.internal.organizations.OrganizationsResource "), "the log is written");
            assertEquals(
                    List.of(), LATER.stream().filter(one -> isLoaded(log, one)).toList());
        }
    }

    private static boolean isLoaded(Path log, String prefix) {
        try {
            return Files.readAllLines(log).stream().anyMatch(line -> line.startsWith(prefix));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
