package dev.hubtwin.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program with nothing but the client and what that brings, on JDK 17 without UTF-8, and on JDK 25. */
@Tag("slow")
class ClientAloneTest {

    private static final int MOST_JARS = 8;
    private static final List<String> BROUGHT = Arrays.stream(
                    System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> Path.of(entry).getFileName().toString().matches("classes|jackson-.*|jspecify-.*"))
            .filter(entry -> !entry.contains("api-spec"))
            .distinct()
            .toList();

    @TempDir
    static Path program;

    @BeforeAll
    static void compile() {
        int status = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-d",
                        program.toString(),
                        "-classpath",
                        String.join(File.pathSeparator, BROUGHT),
                        "src/test/java/com/example/SampleProgram.java");
        assertEquals(0, status);
    }

    @Test
    void bringsFewJars() {
        assertTrue(BROUGHT.size() <= MOST_JARS, BROUGHT::toString);
    }

    @Test
    void runsWithoutUtf8() throws Exception {
        assertEquals("7 true 404 false", said(Path.of(System.getProperty("java.home")), classPath()));
    }

    @Test
    void runsAsAModule() throws Exception {
        assertEquals("7 true 404 true", said(Path.of(System.getProperty("java.home")), modulePath()));
    }

    @Test
    void runsOnJdk25() throws Exception {
        List<Path> homes = homesOf25();
        if (homes.isEmpty()) {
            System.out.println("SKIPPED: the client on JDK 25, which is not installed");
            return;
        }
        assertEquals("7 true 404 false", said(homes.get(0), classPath()));
        assertEquals("7 true 404 true", said(homes.get(0), modulePath()));
    }

    private static List<Path> homesOf25() throws IOException {
        String named = System.getenv("JAVA_HOME_25_X64");
        Path installed = Path.of("/usr/lib/jvm");
        try (Stream<Path> found = Files.isDirectory(installed) ? Files.list(installed) : Stream.empty()) {
            return Stream.concat(
                            Stream.ofNullable(named).map(Path::of),
                            found.filter(home -> home.getFileName().toString().contains("25")))
                    .filter(home -> Files.isExecutable(home.resolve("bin/java")))
                    .toList();
        }
    }

    private static List<String> classPath() {
        return List.of("-cp", program + File.pathSeparator + String.join(File.pathSeparator, BROUGHT));
    }

    private static List<String> modulePath() {
        return List.of(
                "--module-path",
                String.join(File.pathSeparator, BROUGHT),
                "--add-modules",
                "dev.hubtwin.client,jdk.httpserver",
                "-cp",
                program.toString());
    }

    private static String said(Path home, List<String> paths) throws Exception {
        List<String> command = new ArrayList<>(List.of(home.resolve("bin/java").toString(), "-XX:+UseSerialGC"));
        command.addAll(paths);
        command.add("com.example.SampleProgram");
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
    }
}
