package com.example;

import dev.hubtwin.client.ClientListener;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** Counts and times the requests of clients with Micrometer. */
public final class RequestMetrics implements ClientListener {

    private final MeterRegistry registry;

    public RequestMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void ended(Attempt attempt, Outcome outcome) {
        Timer.builder("github.requests")
                .tag("operation", attempt.operation())
                .tag("status", String.valueOf(outcome.status()))
                .register(registry)
                .record(outcome.duration());
    }
}
