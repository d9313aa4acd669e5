package dev.hubtwin.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.Twin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** JUnit is optional: who has none misses nothing but this package. */
class WithoutJUnitTest {

    @Test
    void noClassBeyondThisPackageRefersToJUnit() throws IOException, URISyntaxException {
        Path classes = Path.of(
                Twin.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        Path ours = classes.resolve("dev/hubtwin/junit");
        try (Stream<Path> files = Files.walk(classes)) {
            List<Path> all = files.filter(file -> file.toString().endsWith(".class") && refersToJUnit(file))
                    .toList();
            assertEquals(
                    List.of(),
                    all.stream().filter(file -> !file.startsWith(ours)).toList());
            assertTrue(all.size() > 1, "what is looked for is found where it is");
        }
    }

    private static boolean refersToJUnit(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains("org/junit/");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
