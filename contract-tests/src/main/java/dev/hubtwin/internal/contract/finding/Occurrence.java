package dev.hubtwin.internal.contract.finding;

import dev.hubtwin.internal.contract.http.Breach;
import dev.hubtwin.internal.contract.http.Exchange;
import dev.hubtwin.internal.contract.result.Result;

/**
 * A failed run that shows a finding.
 *
 * @param breach what is wrong with the answer at which it failed
 */
public record Occurrence(Result result, Breach breach) {

    /** Returns the id of the operation that was requested; empty if no operation fits the request. */
    public String operation() {
        return result.decisive()
                .flatMap(exchange -> exchange.verdict().operation())
                .orElse("");
    }

    /** Returns what was requested, without what differs from server to server; empty if nothing was. */
    String request() {
        return result.decisive().map(Occurrence::request).orElse("");
    }

    private static String request(Exchange exchange) {
        return exchange.verdict()
                .operation()
                .flatMap(Finding::named)
                .orElseGet(() -> exchange.method() + " " + exchange.uri().getPath());
    }

    /** Returns the id of the finding. */
    String findingId() {
        return breach.id(
                operation(),
                result.behaviour().group() + "." + result.behaviour().method());
    }
}
