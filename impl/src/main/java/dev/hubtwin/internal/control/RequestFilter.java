package dev.hubtwin.internal.control;

import dev.hubtwin.internal.traffic.LoggedRequest;
import dev.hubtwin.internal.traffic.PathPattern;
import java.util.function.Predicate;

/** Which of the recorded requests are asked for; null members ask for any. */
record RequestFilter(
        String operation, String method, String path, Integer status, String caller, Boolean matched, Long since)
        implements Predicate<LoggedRequest> {

    @Override
    public boolean test(LoggedRequest recorded) {
        LoggedRequest.Arrival arrival = recorded.arrival();
        LoggedRequest.Outcome outcome = recorded.outcome();
        return (operation == null || operation.equals(outcome.operation()))
                && (method == null || method.equalsIgnoreCase(arrival.method()))
                && (path == null || PathPattern.of(path).fits(arrival.path()))
                && (status == null || status.equals(outcome.status()))
                && (caller == null || recorded.caller().is(caller))
                && (matched == null || matched == (outcome.operation() != null))
                && (since == null || recorded.number() > since);
    }
}
