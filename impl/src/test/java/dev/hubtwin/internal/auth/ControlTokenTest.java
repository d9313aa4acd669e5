package dev.hubtwin.internal.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ControlTokenTest {

    @ParameterizedTest
    @CsvSource({
        "Bearer let-me-in, true",
        "bearer let-me-in, true",
        "BEARER   let-me-in, true",
        "' Bearer let-me-in ', true",
        "Bearer LET-ME-IN, false",
        "Bearer, false",
        "'Bearer ', false",
        "let-me-in, false",
        "Basic let-me-in, false",
        "token let-me-in, false",
        "Bearer let-me-in let-me-in, false",
    })
    void isPresentedAsABearerCredentialWhateverTheCaseOfTheScheme(String header, boolean admitted) {
        assertEquals(admitted, new ControlToken(Optional.of("let-me-in")).isIn(header));
    }

    @Test
    void isNotInAHeaderThatIsNotThere() {
        assertFalse(new ControlToken(Optional.of("let-me-in")).isIn(null));
        assertTrue(new ControlToken(Optional.empty()).isIn(null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two words", "tab\t", "l\u00e4t-me-in", "\u001b"})
    void isNothingThatAHeaderCouldNotCarry(String token) {
        assertThrows(IllegalArgumentException.class, () -> new ControlToken(Optional.of(token)));
    }
}
