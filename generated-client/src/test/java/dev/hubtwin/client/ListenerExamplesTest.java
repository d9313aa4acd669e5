package dev.hubtwin.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.example.RequestMetrics;
import com.example.RequestSpans;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The listeners that the documents show, with Micrometer and OpenTelemetry. */
class ListenerExamplesTest {

    private final ManualTime time = new ManualTime();
    private ScriptedServer server;

    @BeforeEach
    void start() throws Exception {
        server = new ScriptedServer();
        server.then(503, "").then(200, "{'login': 'acme'}");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private GitHubClient client(ClientListener listener) {
        return time.on(server.client().retries(Retries.upTo(1)).listener(listener))
                .build();
    }

    @Test
    void requestsAreCountedByOperationAndStatus() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        client(new RequestMetrics(registry)).organizations().get("acme");
        for (String status : List.of("503", "200")) {
            assertEquals(
                    1,
                    registry.get("github.requests")
                            .tags("operation", "orgs/get", "status", status)
                            .timer()
                            .count());
        }
    }

    @Test
    void requestsAreSpansThatGitHubIsToldOf() {
        InMemorySpanExporter exporter = InMemorySpanExporter.create();
        try (SdkTracerProvider provider = SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                .build()) {
            OpenTelemetrySdk telemetry = OpenTelemetrySdk.builder()
                    .setTracerProvider(provider)
                    .setPropagators(ContextPropagators.create(W3CTraceContextPropagator.getInstance()))
                    .build();
            Span caller = telemetry.getTracer("test").spanBuilder("caller").startSpan();
            GitHubClient client = client(new RequestSpans(telemetry));
            Runnable call = () -> client.organizations().get("acme");
            Context.current().with(caller).wrap(call).run();
            List<SpanData> spans = exporter.getFinishedSpanItems();
            assertEquals(
                    List.of("orgs/get ERROR 503", "orgs/get UNSET 200"),
                    spans.stream().map(ListenerExamplesTest::told).toList());
            assertEquals(caller.getSpanContext().getSpanId(), spans.get(0).getParentSpanId());
            for (int i = 0; i < spans.size(); i++) {
                String parent = server.requests().get(i).header("traceparent");
                assertEquals(spans.get(i).getSpanId(), parent.split("-")[2]);
            }
        }
    }

    @Test
    void whatIsNotAnsweredIsASpanWithItsCause() {
        server.then(exchange -> {});
        InMemorySpanExporter exporter = InMemorySpanExporter.create();
        try (SdkTracerProvider provider = SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                .build()) {
            OpenTelemetrySdk telemetry =
                    OpenTelemetrySdk.builder().setTracerProvider(provider).build();
            GitHubClient client = client(new RequestSpans(telemetry));
            client.organizations().get("acme"); // uses up the answers before
            exporter.reset();
            assertThrows(NoAnswerException.class, () -> client.webhooks().ping("acme", 1));
            SpanData span = exporter.getFinishedSpanItems().get(0);
            assertEquals(StatusCode.ERROR, span.getStatus().getStatusCode());
            assertEquals(1, span.getEvents().size());
        }
    }

    private static String told(SpanData span) {
        return span.getName() + " " + span.getStatus().getStatusCode() + " "
                + span.getAttributes().get(AttributeKey.longKey("http.response.status_code"));
    }
}
