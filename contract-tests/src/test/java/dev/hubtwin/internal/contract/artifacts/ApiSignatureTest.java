package dev.hubtwin.internal.contract.artifacts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import dev.hubtwin.Twin;
import dev.hubtwin.client.GitHubClient;
import dev.hubtwin.contract.ContractTests;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Holds what users compile against, the client, the library and the contract tests, against the text that is committed
 * of it.
 */
@DisplayName("The public API")
class ApiSignatureTest {

    private static final Path COMMITTED = Path.of("..", "docs", "api");
    private static final String WRITE = "hubtwin.api.write";
    private static final Map<String, Class<?>> MODULES =
            Map.of("client", GitHubClient.class, "twin", Twin.class, "runner", ContractTests.class);

    @ParameterizedTest
    @CsvSource({
        "runner, dev.hubtwin.contract",
        "client, dev.hubtwin.client",
        "client, dev.hubtwin.client.control",
        "client, dev.hubtwin.client.control.model",
        "client, dev.hubtwin.client.model",
        "twin, dev.hubtwin",
        "twin, dev.hubtwin.junit",
        "twin, dev.hubtwin.seed"
    })
    @DisplayName("is the committed one")
    void isCommitted(String module, String name) throws Exception {
        ApiSignature actual = ApiSignature.of(classes(MODULES.get(module), name));
        Path file = COMMITTED.resolve(name + ".txt");
        if (Boolean.getBoolean(WRITE)) {
            Files.createDirectories(COMMITTED);
            Files.write(file, actual.lines());
        }
        ApiSignature committed = ApiSignature.read(Files.exists(file) ? Files.readAllLines(file) : List.of());
        List<String> gone = committed.without(actual);
        List<String> come = actual.without(committed);
        List<String> demanded = actual.demandedBeyond(committed);
        if (!gone.isEmpty() || !come.isEmpty()) {
            fail(told(name, gone, come, demanded));
        }
        assertEquals(actual.lines(), Files.readAllLines(file), "what nobody else writes is in order");
    }

    private static String told(String name, List<String> gone, List<String> come, List<String> demanded) {
        List<String> lines = new ArrayList<>();
        lines.add("The public API of " + name + " is another one than docs/api/" + name + ".txt says.");
        lines.add(
                gone.isEmpty() && demanded.isEmpty()
                        ? "These are additions; nobody who uses it breaks."
                        : "This BREAKS users: lines with - are gone or changed"
                                + (demanded.isEmpty()
                                        ? "."
                                        : ", and who implements a type must have " + demanded + "."));
        gone.forEach(line -> lines.add("- " + line));
        come.forEach(line -> lines.add("+ " + line));
        lines.add("If that is meant, run this test with -D" + WRITE
                + "=true, commit the file, and tell of it in CHANGELOG.md.");
        return String.join("\n", lines);
    }

    @Test
    @DisplayName("tells what breaks from what is added")
    void tellsWhatBreaks() {
        ApiSignature before = ApiSignature.read(List.of("Cache: interface", "  abstract void put(String)"));
        ApiSignature after = ApiSignature.read(List.of(
                "Cache: interface", "  abstract void drop()", "  void put(@Nullable String)", "Pair<T>: record"));
        assertEquals(List.of("Cache: interface: abstract void put(String)"), before.without(after));
        assertEquals(
                List.of(
                        "Cache: interface: abstract void drop()",
                        "Cache: interface: void put(@Nullable String)",
                        "Pair<T>: record"),
                after.without(before));
        assertEquals(List.of("abstract void drop()"), after.demandedBeyond(before));
    }

    /** Returns the classes of a package in the module of a class, be it a folder or a jar. */
    private static List<Class<?>> classes(Class<?> ofModule, String name) throws Exception {
        Path place = Path.of(
                ofModule.getProtectionDomain().getCodeSource().getLocation().toURI());
        if (Files.isDirectory(place)) {
            return classes(place, name);
        }
        try (FileSystem jar = FileSystems.newFileSystem(URI.create("jar:" + place.toUri()), Map.of())) {
            return classes(jar.getPath("/"), name);
        }
    }

    private static List<Class<?>> classes(Path root, String name) throws IOException, ClassNotFoundException {
        List<Class<?>> classes = new ArrayList<>();
        try (Stream<Path> files = Files.list(root.resolve(name.replace('.', '/')))) {
            for (String file :
                    files.map(path -> path.getFileName().toString()).sorted().toList()) {
                if (file.endsWith(".class") && !file.startsWith("package-info")) {
                    classes.add(Class.forName(
                            name + "." + file.replace(".class", ""), false, ApiSignatureTest.class.getClassLoader()));
                }
            }
        }
        return classes;
    }
}
