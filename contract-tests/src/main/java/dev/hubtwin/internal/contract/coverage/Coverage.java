package dev.hubtwin.internal.contract.coverage;

import dev.hubtwin.internal.contract.description.Description;
import dev.hubtwin.internal.contract.http.Exchange;
import dev.hubtwin.internal.contract.http.ExchangeListener;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts how much of a description exchanges reach, from any thread; {@link #snapshot()} may be called at any time. */
public final class Coverage implements ExchangeListener {

    private final Map<String, OperationCounter> operations = new LinkedHashMap<>();

    /** Makes a coverage in which nothing is reached. */
    public Coverage(Description description) {
        description
                .operations()
                .forEach(operation -> operations.put(operation.id(), new OperationCounter(description, operation)));
    }

    /** Counts an exchange, if it requests an operation; HEAD and OPTIONS do not count. */
    @Override
    public void onExchange(Exchange exchanged) {
        exchanged
                .verdict()
                .operation()
                .map(operations::get)
                .filter(counter -> counter.counts(exchanged.method()))
                .ifPresent(counter -> counter.count(exchanged));
    }

    /** Returns what was reached so far. */
    public CoverageSnapshot snapshot() {
        return new CoverageSnapshot(
                operations.values().stream().map(OperationCounter::part).toList());
    }
}
