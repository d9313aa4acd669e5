package dev.hubtwin.internal.contract.result;

import dev.hubtwin.internal.contract.http.Exchange;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The result of one run of a behaviour.
 *
 * @param name the name of the run: that of the behaviour, or its arguments
 * @param reason why it failed or was skipped; empty if it passed
 * @param exchanges the exchanges, in order
 */
public record Result(
        Behaviour behaviour,
        String name,
        Outcome outcome,
        String reason,
        Optional<Throwable> thrown,
        Duration time,
        List<Exchange> exchanges) {

    /** Returns the behaviour, with the arguments of the run. */
    public String label() {
        return name.equals(behaviour.text()) ? name : behaviour.text() + " " + name;
    }

    /** How a run ends. */
    public enum Outcome {
        PASSED,
        FAILED,
        SKIPPED;

        /** Returns the outcome as a word. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
