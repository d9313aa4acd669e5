package dev.hubtwin.internal.contract.artifacts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The two jars that are run, as they were packed. */
@DisplayName("What is shipped")
class ArtifactsIT {

    private static final int JAVA_17 = 61;
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final Path TWIN = Path.of("..", "impl", "target", "hubtwin.jar");
    private static final Path RUNNER = Path.of("target", "contract-tests.jar");
    private static final List<Path> JARS = List.of(TWIN, RUNNER);

    @Test
    @DisplayName("The runner has no class of the twin, and the twin none of JUnit or of the runner")
    void keepApart() throws IOException {
        assertEquals(List.of(), named(RUNNER, "dev/hubtwin/(?!internal/contract/|client/|internal/spec/).*\\.class"));
        assertEquals(List.of(), named(TWIN, "org/junit/.*|dev/hubtwin/internal/contract/.*"));
    }

    @ParameterizedTest
    @FieldSource("JARS")
    @DisplayName("Every class is one for Java 17")
    void runOnJava17(Path jar) throws IOException {
        assertEquals(List.of(), newer(jar));
        assertTrue(named(jar, ".*\\.class").size() > 1_000);
    }

    @Test
    @DisplayName("The one holds the other to the contract, over HTTP")
    void meet() throws Exception {
        Process twin = new ProcessBuilder(JAVA.toString(), "-jar", TWIN.toString(), "--port", "0").start();
        try (BufferedReader said = new BufferedReader(new InputStreamReader(twin.getInputStream(), UTF_8))) {
            String url = said.lines()
                    .flatMap(line -> Stream.of(line.split("[\\s,]+")))
                    .filter(word -> word.startsWith("http://"))
                    .findFirst()
                    .orElseThrow()
                    .replaceFirst("/$", "");
            Process runner = new ProcessBuilder(
                            JAVA.toString(), "-jar", RUNNER.toString(), "--base-url", url, "--rule", "R105")
                    .redirectErrorStream(true)
                    .start();
            String report = new String(runner.getInputStream().readAllBytes(), UTF_8);
            assertEquals(0, runner.waitFor(), report);
            assertTrue(report.contains(" 0 failed, 0 skipped"), report);
        } finally {
            twin.destroy();
            twin.waitFor();
        }
    }

    private static List<String> named(Path jar, String pattern) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.matches(pattern))
                    .toList();
        }
    }

    /** The classes whose format is newer; what stands in a version's own folder is for that version. */
    private static List<String> newer(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream()
                    .filter(entry -> entry.getName().endsWith(".class")
                            && !entry.getName().startsWith("META-INF/"))
                    .filter(entry -> version(file, entry) > JAVA_17)
                    .map(ZipEntry::getName)
                    .toList();
        }
    }

    private static int version(JarFile file, ZipEntry entry) {
        try (InputStream in = file.getInputStream(entry);
                DataInputStream data = new DataInputStream(in)) {
            data.readInt();
            data.readUnsignedShort();
            return data.readUnsignedShort();
        } catch (IOException e) {
            throw new AssertionError(entry.getName(), e);
        }
    }
}
