package dev.hubtwin.internal.contract.artifacts;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.Twin;
import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The two jars that are run, and the two libraries that tests depend on, as they were packed. */
@DisplayName("What is shipped")
class ArtifactsIT {

    private static final int JAVA_17 = 61;
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1";
    private static final Path TWIN = Path.of("..", "impl", "target", "hubtwin.jar");
    private static final Path RUNNER = Path.of("target", "contract-tests.jar");
    private static final Path LIBRARY = library();
    private static final Path CONTRACT = contract();
    private static final List<Path> JARS = List.of(TWIN, RUNNER, LIBRARY, CONTRACT);

    /** Classes of libraries that a user may have in another version. */
    private static final Pattern FOREIGN = Pattern.compile("(?<!dev/hubtwin/internal/shaded/|\\.)"
            + "\\b(com/(fasterxml|networknt|nimbusds|ethlo)|io/(micrometer|prometheus)"
            + "|jakarta/(ws|inject|annotation|validation|xml)|javassist"
            + "|org/(eclipse/jetty|glassfish|jvnet|slf4j|yaml|pcollections|apache/hc|openapitools|aopalliance))/\\w");

    /** The same of the contract tests, which have a place of their own, beside the twin's too. */
    private static final Pattern FOREIGN_TO_CONTRACT = Pattern.compile("(?<!dev/hubtwin/internal/shaded/contract/)"
            + "\\b(com/(fasterxml|networknt|ethlo)|picocli|org/(junit|opentest4j|openapitools|apiguardian|slf4j|yaml))/\\w"
            + "|\\bdev/hubtwin/(client|internal/spec)/\\w");

    private static final Pattern FOREIGN_SERVICE = Pattern.compile("(?m)^(?!dev\\.hubtwin\\.)\\w");

    /** What stands in no package, because it is the same in every version. */
    private static final String STANDARD =
            "draft|draft-0[467]|ucd|leap_second_dates\\.csv|LICENSE|THIRD-PARTY\\.txt|about\\.html";

    /** The compiler copied a constant, and left the name of the class that it came from, which nothing refers to. */
    private static final List<String> COPIED_CONSTANTS = List.of(
            "dev/hubtwin/internal/control/FaultParser.class",
            "dev/hubtwin/internal/pipeline/ControlApiGuard.class",
            "dev/hubtwin/internal/pipeline/CrossSiteCheck.class",
            "dev/hubtwin/internal/pipeline/WorldFreshness.class");

    /** Returns the jar of the library. These tests are run with it, as whoever depends on it would be. */
    private static Path library() {
        try {
            return Path.of(Twin.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    /** Returns the jar of the contract tests in Java. */
    private static Path contract() {
        try (Stream<Path> packed = Files.list(Path.of("target"))) {
            return packed.filter(file -> file.getFileName()
                            .toString()
                            .matches("hubtwin-contract-tests-(?!.*(sources|javadoc)).*\\.jar"))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @DisplayName("The library has all that it brings under names of its own, so no other version of it can meet it")
    void isApart() throws IOException {
        assertEquals(List.of(), named(LIBRARY, "(?!dev/|META-INF/|(" + STANDARD + ")(/|$)).*"));
        assertEquals(List.of(), named(LIBRARY, "dev/(?!$|hubtwin/).*|dev/hubtwin/(client|internal/cli)/.*"));
        assertEquals(List.of(), named(LIBRARY, "META-INF/(versions/.+|services/(?!dev\\.hubtwin\\.|$).*)"));
        assertEquals(List.of(), content(LIBRARY, "META-INF/services/.+", FOREIGN_SERVICE));
        assertEquals(COPIED_CONSTANTS, content(LIBRARY, "dev/.*\\.class", FOREIGN));
        assertTrue(content(TWIN, "dev/.*\\.class", FOREIGN).size() > 100, "what is looked for is found where it is");
    }

    @Test
    @DisplayName("So have the contract tests in Java, which bring a JUnit of their own")
    void areApart() throws IOException {
        String own = "(?!dev/|META-INF/|(" + STANDARD + ")(/|$)).*";
        assertEquals(List.of(), named(CONTRACT, own));
        assertEquals(
                List.of(),
                named(CONTRACT, "dev/(?!$|hubtwin/).*|dev/hubtwin/(client|internal/(spec|contract/cli))/.*"));
        assertEquals(List.of(), named(CONTRACT, "META-INF/(versions/.+|services/(?!dev\\.hubtwin\\.|$).*)"));
        assertEquals(List.of(), content(CONTRACT, "META-INF/services/.+", FOREIGN_SERVICE));
        assertEquals(List.of(), content(CONTRACT, "dev/.*\\.class", FOREIGN_TO_CONTRACT));
        assertTrue(content(RUNNER, "dev/.*\\.class", FOREIGN_TO_CONTRACT).size() > 100, "it is found where it is");
    }

    @Test
    @DisplayName("The library depends on the client, and on nothing else that a build must have")
    void bringsTheClientAlone() throws IOException {
        assertEquals(
                List.of("dev.hubtwin:hubtwin-generated-client", "org.jspecify:jspecify"),
                dependencies(Path.of("..", "impl", "dependency-reduced-pom.xml")));
    }

    @Test
    @DisplayName("The contract tests in Java depend on nothing that runs")
    void bringsNothing() throws IOException {
        assertEquals(List.of("org.jspecify:jspecify"), dependencies(Path.of("dependency-reduced-pom.xml")));
    }

    /** Returns what a build must have beside an artifact. */
    private static List<String> dependencies(Path file) throws IOException {
        String pom = Files.readString(file)
                .replaceAll("(?s)<profiles>.*</profiles>|<build>.*</build>", ""); // plugins have dependencies, too
        return Pattern.compile("(?s)<dependency>(.*?)</dependency>")
                .matcher(pom)
                .results()
                .map(found -> found.group(1))
                .filter(text -> !text.contains("<scope>test</scope>") && !text.contains("<optional>true</optional>"))
                .map(text -> text.replaceAll("<(version|scope)>.*|<[^>]*>", " ")
                        .strip()
                        .replaceAll("\\s+", ":"))
                .toList();
    }

    @Test
    @DisplayName("The runner has no class of the twin, and the twin none of JUnit or of the runner")
    void keepApart() throws IOException {
        assertEquals(
                List.of(),
                named(RUNNER, "dev/hubtwin/(?!internal/contract/|contract/|client/|internal/spec/).*\\.class"));
        assertEquals(List.of(), named(TWIN, "org/junit/.*|dev/hubtwin/(internal/)?contract/.*"));
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
        Process twin = new ProcessBuilder(JAVA.toString(), SHORT_LIVED, "-jar", TWIN.toString(), "--port", "0").start();
        try (BufferedReader said = new BufferedReader(new InputStreamReader(twin.getInputStream(), UTF_8))) {
            String url = said.lines()
                    .flatMap(line -> Stream.of(line.split("[\\s,]+")))
                    .filter(word -> word.startsWith("http://"))
                    .findFirst()
                    .orElseThrow()
                    .replaceFirst("/$", "");
            Process runner = new ProcessBuilder(
                            JAVA.toString(),
                            SHORT_LIVED,
                            "-jar",
                            RUNNER.toString(),
                            "--base-url",
                            url,
                            "--rule",
                            "R105")
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

    @ParameterizedTest
    @FieldSource("JARS")
    @DisplayName("What was made here has the time that the POM says, so building again gives the same bytes")
    void areReproducible(Path jar) throws IOException {
        String pom = Files.readString(Path.of("..", "pom.xml"));
        String time = pom.replaceAll("(?s).*<project.build.outputTimestamp>(.*)Z</project.*", "$1");
        try (JarFile file = new JarFile(jar.toFile())) {
            assertEquals(
                    Set.of(LocalDateTime.parse(time)),
                    file.stream()
                            .filter(entry ->
                                    entry.getName().matches("META-INF/MANIFEST.MF|dev/hubtwin/(?!internal/shaded/).*"))
                            .map(ZipEntry::getTimeLocal)
                            .collect(Collectors.toSet()));
        }
    }

    /** Returns the entries with such a name in which a pattern is found. */
    private static List<String> content(Path jar, String pattern, Pattern wanted) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream()
                    .filter(entry -> entry.getName().matches(pattern)
                            && wanted.matcher(text(file, entry)).find())
                    .map(ZipEntry::getName)
                    .toList();
        }
    }

    private static String text(JarFile file, ZipEntry entry) {
        try (InputStream in = file.getInputStream(entry)) {
            return new String(in.readAllBytes(), ISO_8859_1);
        } catch (IOException e) {
            throw new AssertionError(entry.getName(), e);
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
