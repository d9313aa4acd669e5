package dev.hubtwin.internal.contract.http;

import java.net.URI;
import java.net.http.HttpHeaders;

/**
 * A request, its answer, and the verdict on it.
 *
 * @param headers those of the request
 * @param body that of the request; empty without one
 */
public record Exchange(String method, URI uri, HttpHeaders headers, byte[] body, HttpAnswer answer, Verdict verdict) {

    /**
     * Checks that the answer breaks nothing.
     *
     * @throws ContractViolation with what the answer breaks
     */
    public void approve() {
        if (!verdict.faults().isEmpty()) {
            String operation =
                    verdict.operation().map(id -> "the description of " + id).orElse("the description");
            throw new ContractViolation(
                    method + " " + uri + " was answered " + answer.status() + ", which breaks " + operation + ":\n- "
                            + String.join("\n- ", verdict.faults()) + "\nThe answer came" + answer.excerpt(),
                    null);
        }
    }
}
