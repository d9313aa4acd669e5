package dev.hubtwin.internal.contract.lies;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The proof that the scenarios bite, whole: every lie, in the full form alone, which writes {@code docs/lies.md}. Each
 * build tells a sample where it has run the scenarios: in {@code TwinContractTest}.
 */
@DisplayName("Lies")
class LiesTest {

    private static final Path PAGE = Path.of("..", "docs", "lies.md");

    @Test
    @EnabledIfSystemProperty(named = "hubtwin.full", matches = "true")
    @DisplayName("Of all that a server could do wrong by the description, the scenarios notice at least 98 percent")
    void areCaught() throws Exception {
        LieStatistics figures = LieTrials.tellAll();
        Files.writeString(PAGE, figures.page());
        LieTrials.assertNoticed(figures);
    }

    @Test
    @DisplayName("The committed figures are those of the lies that the description has today")
    void areWrittenDown() throws IOException {
        String page = Files.readString(PAGE);
        LieDerivation derivation = Lies.derive();
        assertTrue(
                page.contains(", " + derivation.lies().size() + " derived"),
                () -> "run the full form again, there are " + derivation.lies().size() + " lies");
        derivation
                .excluded()
                .forEach((rule, count) ->
                        assertTrue(page.contains("| " + rule + " | " + count + " |"), () -> rule + ": " + count));
    }
}
