package dev.hubtwin.internal.contract.http;

/** An answer that breaks the description, or a missing answer. It fails the scenario on every target. */
public final class ContractViolation extends AssertionError {

    private static final long serialVersionUID = 1L;

    ContractViolation(String message, Throwable cause) {
        super(message, cause);
    }
}
