package dev.hubtwin.internal.control;

import dev.hubtwin.internal.control.model.RequestLogCaller;
import dev.hubtwin.internal.control.model.RequestLogDialect;
import dev.hubtwin.internal.control.model.RequestLogEntry;
import dev.hubtwin.internal.control.model.RequestLogNearest;
import dev.hubtwin.internal.control.model.RequestLogRefusal;
import dev.hubtwin.internal.control.model.RequestLogStep;
import dev.hubtwin.internal.openapi.ApiDescription;
import dev.hubtwin.internal.openapi.Operation;
import dev.hubtwin.internal.rest.Timestamps;
import dev.hubtwin.internal.traffic.CallerName;
import dev.hubtwin.internal.traffic.LoggedRequest;
import dev.hubtwin.internal.traffic.MaskedJson;
import dev.hubtwin.internal.traffic.SecretMasks;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What arrived and what was answered, as the control API shows it: without secrets. */
public final class RequestViews {

    private static final double NANOS_IN_A_MILLI = 1e6;

    private RequestViews() {}

    public static RequestLogEntry entry(LoggedRequest recorded, ApiDescription contract) {
        LoggedRequest.Arrival arrival = recorded.arrival();
        LoggedRequest.Outcome outcome = recorded.outcome();
        Operation meant = contract.operation(outcome.operation())
                .orElseGet(() -> NearestOperation.to(arrival.method(), arrival.path(), contract.operations()));
        return RequestLogEntry.builder()
                .number(recorded.number())
                .at(Timestamps.utc(arrival.at()))
                .systemAt(Timestamps.utc(arrival.system()))
                .world(arrival.world())
                .dialect(RequestLogDialect.valueOf(arrival.dialect()))
                .host(arrival.host())
                .method(arrival.method())
                .path(path(arrival.path(), meant))
                .query(SecretMasks.query(arrival.query()))
                .operation(outcome.operation())
                .nearest(
                        outcome.operation() == null
                                ? new RequestLogNearest(meant.id(), meant.method(), meant.path())
                                : null)
                .caller(caller(recorded.caller()))
                .requestHeaders(headers(arrival.headers()))
                .requestBody(MaskedJson.of(arrival.body()))
                .status(outcome.status())
                .responseHeaders(masked(outcome.headers()))
                .responseBody(MaskedJson.of(outcome.body()))
                .durationMs(outcome.nanos() / NANOS_IN_A_MILLI)
                .refusal(refusal(recorded.refusal()))
                .faultId(outcome.fault())
                .build();
    }

    /** A code in a path is as good as a secret. */
    private static String path(String path, Operation meant) {
        String[] template = meant.path().split("/");
        String[] segments = path.split("/", -1);
        for (int i = 0; i < Math.min(template.length, segments.length); i++) {
            segments[i] = template[i].equals("{code}") ? SecretMasks.HIDDEN : segments[i];
        }
        return SecretMasks.text(String.join("/", segments));
    }

    private static RequestLogCaller caller(CallerName caller) {
        String token = caller.token() == null ? null : SecretMasks.secret(caller.token());
        return new RequestLogCaller(caller.kind(), caller.login(), caller.app(), caller.installation(), token);
    }

    private static Map<String, String> headers(Map<String, List<String>> headers) {
        Map<String, String> masked = new TreeMap<>();
        headers.forEach((name, values) ->
                masked.put(SecretMasks.text(name), SecretMasks.header(name, String.join(", ", values))));
        return masked;
    }

    private static Map<String, String> masked(Map<String, String> headers) {
        Map<String, String> masked = new TreeMap<>();
        headers.forEach((name, value) -> masked.put(name, SecretMasks.header(name, value)));
        return masked;
    }

    private static RequestLogRefusal refusal(LoggedRequest.Refused refused) {
        return refused == null
                ? null
                : new RequestLogRefusal(RequestLogStep.of(refused.step()), SecretMasks.text(refused.message()));
    }
}
