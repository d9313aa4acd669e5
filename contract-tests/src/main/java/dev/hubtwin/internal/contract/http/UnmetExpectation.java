package dev.hubtwin.internal.contract.http;

import java.util.Optional;

/** An answer that is not as a scenario expects it, or something that a scenario cannot put back. */
public final class UnmetExpectation extends AssertionError {

    private static final long serialVersionUID = 1L;

    private final transient Breach breach;
    private final transient HttpAnswer answer;

    private UnmetExpectation(Breach breach, HttpAnswer answer) {
        super(breach.text());
        this.breach = breach;
        this.answer = answer;
    }

    /** Makes the failure of an answer with another status than the expected one. */
    public static UnmetExpectation status(int expected, HttpAnswer answer) {
        String text = answer.failureMessage("the status " + expected);
        return new UnmetExpectation(Breach.status(expected, answer.status(), text), answer);
    }

    /** Makes the failure of an answer of which something else was expected. */
    public static UnmetExpectation of(String expected, HttpAnswer answer) {
        return new UnmetExpectation(Breach.expectation(expected, answer.failureMessage(expected)), answer);
    }

    /** Makes the failure of what could not be put back. */
    public static UnmetExpectation restoration(String text) {
        return new UnmetExpectation(Breach.restoration(text), null);
    }

    /** Returns what is wrong. */
    public Breach breach() {
        return breach;
    }

    /** Returns the answer that is not as expected; empty if there is more than one. */
    public Optional<HttpAnswer> answer() {
        return Optional.ofNullable(answer);
    }
}
