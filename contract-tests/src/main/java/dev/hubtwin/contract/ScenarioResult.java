package dev.hubtwin.contract;

import java.util.EnumSet;
import java.util.Set;

/**
 * What became of one scenario.
 *
 * @param contract the part of a contract that it is in, such as {@code MembersContract.Pages}
 * @param sentence what it holds the server to
 * @param outcome how it ended
 * @param reason why it failed or was skipped, without a secret; empty if it passed
 */
public record ScenarioResult(String contract, String sentence, Outcome outcome, String reason) {

    private static final Set<Outcome> FAILURES = EnumSet.of(Outcome.FAILED, Outcome.NOT_JUDGED);

    /** How a scenario ends. */
    public enum Outcome {
        /** The server keeps to it. */
        PASSED,
        /** The server breaks it. */
        FAILED,
        /** The server broke something while the scenario prepared what it is about. */
        NOT_JUDGED,
        /** The server breaks it, and the baseline knows. */
        KNOWN,
        /** It failed, and passed when it was repeated. */
        FLAKY,
        /** It could not run on this server. */
        SKIPPED
    }

    /**
     * Fails if the scenario did.
     *
     * @throws AssertionError with the reason
     */
    public void assertPassed() {
        if (FAILURES.contains(outcome)) {
            throw new AssertionError(sentence + "\n" + reason);
        }
    }
}
