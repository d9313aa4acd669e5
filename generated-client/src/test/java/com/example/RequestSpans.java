package com.example;

import dev.hubtwin.client.ClientListener;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Traces the requests of clients with OpenTelemetry, one span each, and tells GitHub of it by {@code traceparent}. */
public final class RequestSpans implements ClientListener {

    private final Tracer tracer;
    private final TextMapPropagator propagator;
    private final Map<Attempt, Span> spans = new ConcurrentHashMap<>();

    public RequestSpans(OpenTelemetry telemetry) {
        tracer = telemetry.getTracer("github");
        propagator = telemetry.getPropagators().getTextMapPropagator();
    }

    @Override
    public Map<String, String> started(Attempt attempt) {
        Span span = tracer.spanBuilder(attempt.operation())
                .setSpanKind(SpanKind.CLIENT)
                .setAttribute("http.request.method", attempt.method())
                .setAttribute("http.request.resend_count", attempt.number() - 1)
                .startSpan();
        spans.put(attempt, span);
        Map<String, String> headers = new HashMap<>();
        propagator.inject(Context.current().with(span), headers, Map::put);
        return headers;
    }

    @Override
    public void ended(Attempt attempt, Outcome outcome) {
        Span span = spans.remove(attempt);
        if (outcome.failure() != null) {
            span.recordException(outcome.failure());
        } else {
            span.setAttribute("http.response.status_code", outcome.status());
        }
        if (outcome.status() == 0 || outcome.status() >= 400) {
            span.setStatus(StatusCode.ERROR);
        }
        span.end();
    }
}
