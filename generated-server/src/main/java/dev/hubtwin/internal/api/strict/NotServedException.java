package dev.hubtwin.internal.api.strict;

/** Thrown by every generated method that no resource overrides. */
public final class NotServedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String operation;

    /**
     * A call that nothing answers.
     *
     * @param operation its id in the description
     */
    public NotServedException(String operation) {
        super("no resource serves " + operation);
        this.operation = operation;
    }

    /** The id of the operation that was called. */
    public String operation() {
        return operation;
    }
}
