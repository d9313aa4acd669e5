package dev.hubtwin.internal.contract.scenario;

import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.http.UnmetExpectation;
import java.util.List;
import org.opentest4j.TestAbortedException;

/** Assumptions and assertions of scenarios. */
public final class Checks {

    private Checks() {}

    /** Skips the scenario unless a condition holds, and says why. */
    public static void given(boolean condition, String otherwise) {
        if (!condition) {
            throw new TestAbortedException(otherwise);
        }
    }

    /** Fails with a sentence about an answer unless a condition holds. */
    public static void hold(boolean condition, HttpAnswer answer, String expected) {
        if (!condition) {
            throw UnmetExpectation.of(expected, answer);
        }
    }

    /** Whether a login is among others, in any case. */
    public static boolean has(List<String> logins, String login) {
        return logins.stream().anyMatch(login::equalsIgnoreCase);
    }
}
