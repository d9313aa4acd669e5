package dev.hubtwin.internal.contract.lies;

import dev.hubtwin.internal.contract.description.Description;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** What has been derived so far: lies by their ids, and how much was none, by the rule that says so. */
final class LieDerivation {

    static final String OPTIONAL_MEMBER = "an optional member may be absent";
    static final String OPTIONAL_HEADER = "an optional header may be absent";
    static final String NULLABLE = "null is allowed";
    static final String ANY_TYPE = "any type is allowed";
    static final String ONE_VALUE = "a member with one value says nothing by being there";
    static final String DESCRIBED_TYPE = "an answer may have another content type that is described";
    static final String NO_BODY = "HTTP cannot say a body with this status";

    private final Map<String, Lie> lies = new LinkedHashMap<>();
    private final Map<String, Integer> excluded = new TreeMap<>();

    void add(Lie lie) {
        if (lies.put(lie.id(), lie) != null) {
            throw new IllegalStateException("twice: " + lie.id());
        }
    }

    /** Counts a candidate that is not a lie. */
    void exclude(String rule) {
        excluded.merge(rule, 1, Integer::sum);
    }

    Map<String, Lie> lies() {
        return lies;
    }

    Map<String, Integer> excluded() {
        return excluded;
    }

    /** A lie in the answer to a request that is passed on as it is. */
    static Lie.Responder lie(BiFunction<HttpMessage, HttpMessage, Optional<HttpMessage>> lie) {
        return (request, wire) -> {
            HttpMessage honest = wire.send(request);
            Optional<HttpMessage> lied = lie.apply(request, honest);
            return new Lie.Response(lied.orElse(honest), lied.isPresent());
        };
    }

    /** Adds a lie in the answer to a request that is passed on as it is. */
    void add(
            Lie.Kind kind,
            Description.Operation operation,
            String what,
            BiFunction<HttpMessage, HttpMessage, Optional<HttpMessage>> lie) {
        add(new Lie(
                operation.id() + " " + what,
                kind,
                operation,
                (request, answer) -> lie.apply(request, answer).isPresent(),
                lie(lie)));
    }
}
