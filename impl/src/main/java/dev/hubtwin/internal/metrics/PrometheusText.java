package dev.hubtwin.internal.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Writes metrics by Micrometer, as Prometheus reads them. Micrometer has no meter for buckets that were filled
 * elsewhere, so requests stand in the registry below it.
 */
final class PrometheusText {

    private static final double[] BOUNDS = RequestSeries.bounds();

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    PrometheusText(RequestTimes requests, List<Measurement> measurements) {
        registry.getPrometheusRegistry().register(() -> histogram(requests));
        measurements.forEach(this::add);
    }

    /** Micrometer holds on to what it asks by weak references only: here, to this. */
    private void add(Measurement measured) {
        ToDoubleFunction<PrometheusText> value = text -> measured.value().getAsDouble();
        switch (measured.kind()) {
            case GAUGE ->
                Gauge.builder(measured.name(), this, value)
                        .description(measured.description())
                        .tags(tags(measured.labels()))
                        .register(registry);
            case COUNTER ->
                FunctionCounter.builder(measured.name(), this, value)
                        .description(measured.description())
                        .tags(tags(measured.labels()))
                        .register(registry);
        }
    }

    private static Tags tags(Map<String, String> labels) {
        return Tags.of(labels.entrySet().stream()
                .map(label -> Tag.of(label.getKey(), label.getValue()))
                .toList());
    }

    private static HistogramSnapshot histogram(RequestTimes requests) {
        HistogramSnapshot.Builder histogram = HistogramSnapshot.builder()
                .name("hubtwin_requests_seconds")
                .help("Requests, and how long it took until their answers were made.");
        requests.all().map(PrometheusText::point).forEach(histogram::dataPoint);
        return histogram.build();
    }

    private static HistogramDataPointSnapshot point(RequestSeries series) {
        RequestSeries.Labels labels = series.labels();
        return HistogramDataPointSnapshot.builder()
                .classicHistogramBuckets(ClassicHistogramBuckets.of(BOUNDS, series.counts()))
                .sum(series.seconds())
                .labels(Labels.of(
                        "operation",
                        labels.operation(),
                        "method",
                        labels.method(),
                        "status",
                        labels.status() == 0 ? "none" : Integer.toString(labels.status()),
                        "source",
                        labels.source().word()))
                .build();
    }

    String write() {
        return registry.scrape();
    }
}
