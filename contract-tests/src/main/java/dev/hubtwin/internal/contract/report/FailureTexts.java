package dev.hubtwin.internal.contract.report;

import dev.hubtwin.internal.contract.result.Result;

/** The texts of failures for one form of a report: whole until they are long enough together, then in short. */
public final class FailureTexts {

    private static final long MOST = 4L << 20;

    private final SecretRedactor redactor;
    private long length;

    /** Makes texts without the secrets that a redactor knows. */
    public FailureTexts(SecretRedactor redactor) {
        this.redactor = redactor;
    }

    /** Returns the text of a failed run, in short after many long ones. */
    public Failure of(Result result) {
        Failure failure = length < MOST ? Failure.of(result, redactor) : Failure.brief(result, redactor);
        length += failure.length();
        return failure;
    }
}
