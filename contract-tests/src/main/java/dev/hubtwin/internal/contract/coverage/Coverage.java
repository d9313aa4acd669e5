package dev.hubtwin.internal.contract.coverage;

import dev.hubtwin.internal.contract.description.Description;
import dev.hubtwin.internal.contract.http.Exchange;
import dev.hubtwin.internal.contract.http.ExchangeListener;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts how much of a description is met, exchange by exchange, whichever thread brings them; {@link #snapshot()} may
 * be asked at any time.
 */
public final class Coverage implements ExchangeListener {

    private final Map<String, OperationCounter> operations = new LinkedHashMap<>();

    /** Nothing is met yet. */
    public Coverage(Description description) {
        description
                .operations()
                .forEach(operation -> operations.put(operation.id(), new OperationCounter(description, operation)));
    }

    /** Counts an exchange; what means no operation, HEAD and OPTIONS count nowhere. */
    @Override
    public void onExchange(Exchange exchanged) {
        exchanged
                .verdict()
                .operation()
                .map(operations::get)
                .filter(counter -> counter.counts(exchanged.method()))
                .ifPresent(counter -> counter.count(exchanged));
    }

    /** What was met so far. */
    public CoverageSnapshot snapshot() {
        return new CoverageSnapshot(
                operations.values().stream().map(OperationCounter::part).toList());
    }
}
