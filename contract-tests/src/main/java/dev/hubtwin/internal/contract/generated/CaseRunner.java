package dev.hubtwin.internal.contract.generated;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.contract.http.ControlClient;
import dev.hubtwin.internal.contract.http.CurlCommand;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.http.TestClient;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Tries cases and tells what is wrong, each with the command that repeats it.
 *
 * @param caller who makes the requests
 * @param control the control API of the world that they are made in; without it nothing may be changed
 * @param answers those that others are to be like, by their paths
 */
record CaseRunner(TestClient caller, Optional<ControlClient> control, Map<String, HttpAnswer> answers) {

    private static final String SNAPSHOT = "/snapshots/generated";
    private static final String RESTORE = SNAPSHOT + "/restore";
    private static final int ATTEMPTS = 3;

    /**
     * One whose world can be put back, and exports the same each time: a first export draws the keys that are missing.
     */
    static CaseRunner of(TestClient caller, Optional<ControlClient> control) {
        control.filter(world -> world.client().send("POST", RESTORE, "").status() == 404)
                .ifPresent(world -> {
                    world.state();
                    world.client().send("PUT", SNAPSHOT, "").is(201);
                });
        return new CaseRunner(caller, control, new HashMap<>());
    }

    /** What is wrong with the answers to all of them. */
    List<String> all(List<RequestCase> cases) {
        List<RequestCase> harmless =
                cases.stream().filter(RequestCase::isHarmless).toList();
        Optional<JsonNode> before = state();
        List<String> faults = new ArrayList<>();
        harmless.forEach(one -> fault(one).ifPresent(faults::add));
        if (!state().equals(before)) {
            reset();
            harmless.stream()
                    .filter(one -> changes(one, before))
                    .forEach(one -> faults.add(told(one, "changes what is stored")));
        }
        cases.stream().filter(one -> !one.isHarmless()).forEach(one -> {
            fault(one).ifPresent(faults::add);
            reset();
        });
        return faults;
    }

    private boolean changes(RequestCase one, Optional<JsonNode> before) {
        fault(one);
        boolean changed = !state().equals(before);
        if (changed) {
            reset();
        }
        return changed;
    }

    private Optional<JsonNode> state() {
        return control.map(ControlClient::state);
    }

    private void reset() {
        control.ifPresent(world -> world.client().send("POST", RESTORE, "").is(204));
    }

    private Optional<String> fault(RequestCase one) {
        try {
            HttpAnswer answer = send(one);
            return Optional.ofNullable(fault(one, answer))
                    .map(fault -> told(one, fault + ": " + answer.status() + " " + answer.text()));
        } catch (AssertionError | UncheckedIOException e) {
            return Optional.of(told(one, e.getMessage()));
        }
    }

    private String fault(RequestCase one, HttpAnswer answer) {
        int status = answer.status();
        return switch (one.expected()) {
            case TAKEN -> status == 400 || status == 422 ? "is valid and was refused" : null;
            case REFUSED -> status < 400 ? "is invalid and was accepted" : null;
            case UNPROCESSABLE -> status != 422 ? "is not 422" : null;
            case LIKE -> isLike(one, answer) ? null : "is not answered as " + one.like();
            case ANSWERED -> null;
        };
    }

    /** Some answers tell the time, as the rate limit's do: unlike ones are both asked for again, a few times. */
    private boolean isLike(RequestCase one, HttpAnswer answer) {
        if (isLike(answer, answers.computeIfAbsent(one.like(), caller::get))) {
            return true;
        }
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            HttpAnswer other = caller.get(one.like());
            if (isLike(send(one), other)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLike(HttpAnswer answer, HttpAnswer other) {
        return answer.status() == other.status() && answer.text().equals(other.text());
    }

    private HttpAnswer send(RequestCase one) {
        return calls(one)
                .send(
                        one.method(),
                        one.path(),
                        BodyPublishers.ofByteArray(one.body().getBytes(ISO_8859_1)));
    }

    private TestClient calls(RequestCase one) {
        TestClient calls = caller;
        for (Map.Entry<String, String> header : one.headers().entrySet()) {
            calls = calls.with(header.getKey(), header.getValue());
        }
        return calls;
    }

    private String told(RequestCase one, String fault) {
        Map<String, List<String>> headers = calls(one).headers().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue())));
        String command = CurlCommand.of(
                one.method(),
                URI.create(caller.root() + one.path()),
                HttpHeaders.of(headers, (name, value) -> true),
                one.body().getBytes(ISO_8859_1));
        return one.name() + ": " + shortened(fault) + "\n  " + command;
    }

    private static String shortened(String text) {
        return text.length() < 500 ? text : text.substring(0, 500) + "…";
    }
}
