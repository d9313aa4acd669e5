package dev.hubtwin.control;

import dev.hubtwin.control.model.RequestLogCaller;
import dev.hubtwin.control.model.RequestLogDialect;
import dev.hubtwin.control.model.RequestLogEntry;
import dev.hubtwin.control.model.RequestLogNearest;
import dev.hubtwin.control.model.RequestLogRefusal;
import dev.hubtwin.control.model.RequestLogStep;
import dev.hubtwin.http.Contract;
import dev.hubtwin.http.Operation;
import dev.hubtwin.http.Times;
import dev.hubtwin.traffic.CallerName;
import dev.hubtwin.traffic.MaskedJson;
import dev.hubtwin.traffic.Masks;
import dev.hubtwin.traffic.Recorded;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What arrived and what was answered, as the control API shows it: without secrets. */
final class RequestViews {

  private static final double NANOS_IN_A_MILLI = 1e6;

  private RequestViews() {}

  static RequestLogEntry entry(Recorded recorded, Contract contract) {
    Recorded.Arrival arrival = recorded.arrival();
    Recorded.Outcome outcome = recorded.outcome();
    Operation meant = contract.operation(outcome.operation())
        .orElseGet(() -> Nearest.to(arrival.method(), arrival.path(), contract.operations()));
    return RequestLogEntry.builder()
        .number(recorded.number())
        .at(Times.utc(arrival.at()))
        .systemAt(Times.utc(arrival.system()))
        .world(arrival.world())
        .dialect(RequestLogDialect.valueOf(arrival.dialect()))
        .host(arrival.host())
        .method(arrival.method())
        .path(path(arrival.path(), meant))
        .query(Masks.query(arrival.query()))
        .operation(outcome.operation())
        .nearest(outcome.operation() == null ? new RequestLogNearest(meant.id(), meant.method(), meant.path()) : null)
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
      segments[i] = template[i].equals("{code}") ? Masks.HIDDEN : segments[i];
    }
    return Masks.text(String.join("/", segments));
  }

  private static RequestLogCaller caller(CallerName caller) {
    String token = caller.token() == null ? null : Masks.secret(caller.token());
    return new RequestLogCaller(caller.kind(), caller.login(), caller.app(), caller.installation(), token);
  }

  private static Map<String, String> headers(Map<String, List<String>> headers) {
    Map<String, String> masked = new TreeMap<>();
    headers.forEach((name, values) -> masked.put(name, Masks.header(name, String.join(", ", values))));
    return masked;
  }

  private static Map<String, String> masked(Map<String, String> headers) {
    Map<String, String> masked = new TreeMap<>();
    headers.forEach((name, value) -> masked.put(name, Masks.header(name, value)));
    return masked;
  }

  private static RequestLogRefusal refusal(Recorded.Refused refused) {
    return refused == null
        ? null
        : new RequestLogRefusal(RequestLogStep.of(refused.step()), Masks.text(refused.message()));
  }
}
