package dev.hubtwin.internal.contract.http;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A request, its answer, and the verdict on it.
 *
 * @param headers those of the request
 * @param body that of the request; empty without one
 */
public record Exchange(String method, URI uri, HttpHeaders headers, byte[] body, HttpAnswer answer, Verdict verdict) {

    /** The most bytes that are kept of a body for a report; a body that has so many was probably cut. */
    public static final int KEPT = 20_480;

    private static final int KEPT_OF_HEADERS = 32_768;
    private static final HttpHeaders NO_HEADERS = HttpHeaders.of(Map.of(), (name, value) -> true);

    /** Returns this exchange without what is too long for a report. */
    public Exchange abridged() {
        return with(headers(headers), body(body), headers(answer.headers()), body(answer.body()));
    }

    /** Returns this exchange without headers and bodies. */
    public Exchange outline() {
        return with(NO_HEADERS, new byte[0], NO_HEADERS, new byte[0]);
    }

    private Exchange with(HttpHeaders asked, byte[] sent, HttpHeaders told, byte[] came) {
        HttpAnswer less =
                answer == HttpAnswer.NONE ? answer : new HttpAnswer(answer.status(), told, came, answer.request());
        return new Exchange(method, uri, asked, sent, less, verdict);
    }

    private static byte[] body(byte[] whole) {
        return whole.length > KEPT ? Arrays.copyOf(whole, KEPT) : whole;
    }

    private static HttpHeaders headers(HttpHeaders whole) {
        int left = KEPT_OF_HEADERS;
        Map<String, List<String>> kept = new TreeMap<>();
        for (Map.Entry<String, List<String>> header : whole.map().entrySet()) {
            List<String> values = new ArrayList<>();
            for (String value : header.getValue()) {
                left -= header.getKey().length() + value.length();
                if (left > 0) {
                    values.add(value);
                }
            }
            if (!values.isEmpty()) {
                kept.put(header.getKey(), values);
            }
        }
        return left > 0 ? whole : HttpHeaders.of(kept, (name, value) -> true);
    }

    /**
     * Checks that the answer breaks nothing.
     *
     * @throws ContractViolation with what the answer breaks
     */
    public void approve() {
        if (!verdict.breaches().isEmpty()) {
            String operation =
                    verdict.operation().map(id -> "the description of " + id).orElse("the description");
            throw new ContractViolation(
                    method + " " + uri + " was answered " + answer.status() + ", which breaks " + operation + ":\n- "
                            + verdict.breaches().stream().map(Breach::text).collect(Collectors.joining("\n- "))
                            + "\nThe answer came" + answer.excerpt(),
                    null);
        }
    }
}
