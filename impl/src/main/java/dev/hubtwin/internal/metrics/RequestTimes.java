package dev.hubtwin.internal.metrics;

import dev.hubtwin.internal.metrics.RequestSeries.Labels;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** How many requests a server has answered, and how fast. Finding the series of a request makes nothing new. */
public final class RequestTimes {

    private static final String NONE = "none";
    private static final String OTHER = "other";
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE");
    private static final RequestSeries[] EMPTY = {};

    private final Map<String, RequestSeries[]> byOperation = new ConcurrentHashMap<>();

    /**
     * The series of requests that are alike.
     *
     * @param operation the id of the operation that they mean; null for none
     * @param method as it was sent; those that no operation has are one
     * @param status null if there was no answer
     */
    public RequestSeries series(String operation, String method, Integer status, AnswerSource source) {
        String meant = operation == null ? NONE : operation;
        String known = METHODS.contains(method) ? method : OTHER;
        int answered = status == null ? 0 : status;
        RequestSeries[] there = byOperation.getOrDefault(meant, EMPTY);
        RequestSeries found = find(there, known, answered, source);
        return found == null ? add(new Labels(meant, known, answered, source)) : found;
    }

    private static RequestSeries find(RequestSeries[] among, String method, int status, AnswerSource source) {
        for (RequestSeries one : among) {
            Labels labels = one.labels();
            if (labels.status() == status
                    && labels.source() == source
                    && labels.method().equals(method)) {
                return one;
            }
        }
        return null;
    }

    private synchronized RequestSeries add(Labels labels) {
        RequestSeries[] there = byOperation.getOrDefault(labels.operation(), EMPTY);
        RequestSeries found = find(there, labels.method(), labels.status(), labels.source());
        if (found != null) {
            return found;
        }
        RequestSeries[] more = Arrays.copyOf(there, there.length + 1);
        more[there.length] = new RequestSeries(labels);
        byOperation.put(labels.operation(), more);
        return more[there.length];
    }

    /** Every series there is. */
    Stream<RequestSeries> all() {
        return byOperation.values().stream().flatMap(Arrays::stream);
    }
}
