package dev.hubtwin.internal.contract.http;

import java.net.URI;
import java.net.http.HttpHeaders;

/**
 * A request, what came back, and what was found.
 *
 * @param headers those of the request
 * @param body that of the request; empty without one
 */
public record Exchange(String method, URI uri, HttpHeaders headers, byte[] body, HttpAnswer answer, Verdict verdict) {

    /** Throws what is wrong, if anything is. */
    public void approve() {
        if (!verdict.faults().isEmpty()) {
            String operation =
                    verdict.operation().map(id -> "the description of " + id).orElse("the description");
            throw new ContractViolation(
                    method + " " + uri + " was answered " + answer.status() + ", and " + operation + " is broken:\n- "
                            + String.join("\n- ", verdict.faults()) + "\nIt came" + answer.excerpt(),
                    null);
        }
    }
}
