package dev.hubtwin.internal.contract.lies;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hubtwin.internal.contract.description.Description;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Lies about what is done: a write that is forgotten, a parameter or a member of a body that is passed over. */
final class WriteLies {

    private static final AtomicInteger FORKS = new AtomicInteger();

    private WriteLies() {}

    static void derive(LieDerivation derivation, Description.Operation operation) {
        if (!operation.method().equals("GET")) {
            derivation.add(new Lie(
                    operation.id() + " forgotten",
                    Lie.Kind.FORGOTTEN,
                    operation,
                    (request, answer) -> isDone(answer),
                    WriteLies::forgotten));
        }
        for (var parameter : Description.PUBLISHED.parameters(operation, "query")) {
            String name = parameter.path("name").asText();
            derivation.add(new Lie(
                    operation.id() + " ignores ?" + name,
                    Lie.Kind.PARAMETER,
                    operation,
                    (request, answer) ->
                            !without(request, name).target().equals(request.target()) && answer.status() < 400,
                    (request, wire) -> ignoring(request, without(request, name), wire)));
        }
        JsonNode body = Description.PUBLISHED.bodySchema(operation);
        Set<String> required = new TreeSet<>();
        body.path("required").forEach(name -> required.add(name.asText()));
        body.path("properties").properties().forEach(member -> {
            String name = member.getKey();
            if (!required.contains(name)
                    && Description.PUBLISHED
                                    .resolve(member.getValue())
                                    .path("enum")
                                    .size()
                            == 1) {
                derivation.exclude(LieDerivation.ONE_VALUE);
            } else {
                derivation.add(new Lie(
                        operation.id() + " ignores " + name,
                        Lie.Kind.MEMBER,
                        operation,
                        (request, answer) -> request.json().has(name) && isDone(answer),
                        (request, wire) -> ignoring(request, name, wire)));
            }
        });
    }

    private static boolean isDone(HttpMessage answer) {
        return answer.status() < 300;
    }

    /** Lets it be done in a world that is thrown away, and answers as if it had been this one. */
    private static Lie.Response forgotten(HttpMessage request, TwinConnection wire) throws IOException {
        RequestDestination place = RequestDestination.of(request);
        String fork = "forgotten-" + FORKS.incrementAndGet();
        control(
                wire,
                "PUT",
                fork + "?from=" + place.world().replaceFirst("^/w/", "").replaceFirst("^$", "default"));
        try {
            String there =
                    "/w/" + fork + request.target().substring(place.world().length());
            HttpMessage answer = wire.send(request.withTarget(there).without("Accept-Encoding"))
                    .replacing("/w/" + fork, place.world());
            return isDone(answer) ? new Lie.Response(answer, true) : new Lie.Response(wire.send(request), false);
        } finally {
            control(wire, "DELETE", fork);
        }
    }

    private static void control(TwinConnection wire, String method, String world) throws IOException {
        List<String> headers = List.of("Host: 127.0.0.1", "Content-Length: 0");
        HttpMessage answer =
                wire.send(new HttpMessage(method + " /_twin/worlds/" + world + " HTTP/1.1", headers, new byte[0]));
        if (!isDone(answer)) {
            throw new IOException(method + " " + world + ": " + answer.text());
        }
    }

    /** Reads twice; it is a lie only if that makes a difference. */
    private static Lie.Response ignoring(HttpMessage request, HttpMessage stripped, TwinConnection wire)
            throws IOException {
        HttpMessage honest = wire.send(request);
        if (stripped.target().equals(request.target()) || honest.status() >= 400) {
            return new Lie.Response(honest, false);
        }
        HttpMessage lie = wire.send(stripped);
        return new Lie.Response(lie, !lie.says(honest));
    }

    private static Lie.Response ignoring(HttpMessage request, String member, TwinConnection wire) throws IOException {
        if (!(request.json().deepCopy() instanceof ObjectNode body) || !body.has(member)) {
            return new Lie.Response(wire.send(request), false);
        }
        body.remove(member);
        return new Lie.Response(wire.send(request.withJson(body)), true);
    }

    private static HttpMessage without(HttpMessage request, String parameter) {
        int start = request.target().indexOf('?');
        if (start < 0) {
            return request;
        }
        String query = Arrays.stream(request.target().substring(start + 1).split("&"))
                .filter(part -> !part.startsWith(parameter + "="))
                .collect(Collectors.joining("&"));
        return request.withTarget(request.target().substring(0, start) + (query.isEmpty() ? "" : "?" + query));
    }
}
