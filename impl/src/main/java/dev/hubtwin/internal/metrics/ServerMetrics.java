package dev.hubtwin.internal.metrics;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The metrics of one server. Counting goes on whether anybody asks or not; what writes the numbers down is made, and
 * its library loaded, when somebody asks for the first time.
 */
public final class ServerMetrics {

    private final RequestTimes requests = new RequestTimes();
    private final List<MetricSource> sources = new CopyOnWriteArrayList<>(List.of(new ProcessMetrics()));
    private PrometheusText text;

    /** Measures a part of the server, too; to be called before the server serves. */
    public void add(MetricSource source) {
        sources.add(source);
    }

    /** How many requests were answered, and how fast. */
    public RequestTimes requests() {
        return requests;
    }

    /** Returns all numbers as they are now, in the text format of Prometheus, version 0.0.4. */
    public synchronized String text() {
        if (text == null) {
            text = new PrometheusText(
                    requests,
                    sources.stream()
                            .flatMap(source -> source.measurements().stream())
                            .toList());
        }
        return text.write();
    }
}
