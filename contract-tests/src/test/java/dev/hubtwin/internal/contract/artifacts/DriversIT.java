package dev.hubtwin.internal.contract.artifacts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The program with the drivers of databases beside it, and without them. */
@DisplayName("The drivers of databases")
class DriversIT {

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final Path TARGET = Path.of("..", "impl", "target");
    private static final String PROGRAM = "hubtwin.jar";

    @TempDir
    private Path folder;

    @BeforeEach
    void copyProgram() throws IOException {
        copy(PROGRAM);
    }

    @ParameterizedTest
    @CsvSource({"jdbc:sqlite:none.db, sqlite", "jdbc:postgresql://localhost:1/none, postgresql"})
    @DisplayName("Without one, a line says what to put where")
    void areMissed(String url, String word) throws Exception {
        String artifact = word.equals("sqlite") ? "sqlite-jdbc" : word;
        assertEquals(
                "hubtwin: the driver for jdbc:" + word + ": is not there; put " + artifact
                        + ".jar beside the program, or use the distribution, which has it",
                refusal(url));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sqlite-jdbc.jar | jdbc:sqlite:none.db | there is no such file, or it cannot be opened",
                "postgresql.jar | jdbc:postgresql://localhost:1/none | Connection to localhost:1 refused. Check that"
                        + " the hostname and port are correct and that the postmaster is accepting TCP/IP connections.",
            })
    @DisplayName("Beside the program each is found, and says what only it knows")
    void areFound(String driver, String url, String said) throws Exception {
        copy(driver);
        assertEquals("hubtwin: the database of --data cannot be used: " + said, refusal(url));
    }

    private void copy(String file) throws IOException {
        Files.copy(TARGET.resolve(file), folder.resolve(file));
    }

    private String refusal(String url) throws Exception {
        Process check = new ProcessBuilder(
                        JAVA.toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        folder.resolve(PROGRAM).toString(),
                        "data",
                        "check",
                        "--data",
                        url)
                .directory(folder.toFile())
                .start();
        String said = new String(check.getErrorStream().readAllBytes(), UTF_8).strip();
        assertEquals(1, check.waitFor(), said);
        return said;
    }
}
