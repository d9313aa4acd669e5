package dev.hubtwin.internal.contract.coverage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.hubtwin.internal.contract.description.Description;
import dev.hubtwin.internal.contract.description.Description.Operation;
import dev.hubtwin.internal.contract.description.KnownExceptions;
import dev.hubtwin.internal.contract.http.Exchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The {@link OperationCoverage} of one operation while it is still counted. */
final class OperationCounter {

    private static final int REFUSED = 400;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Operation operation;
    private final Map<Integer, Counter> statuses = new TreeMap<>();
    private final Map<String, Query> query = new LinkedHashMap<>();
    private final List<Counter> path;
    private final MemberTree body = new MemberTree();
    private final MemberTree members = new MemberTree();

    private record Query(Counter counter, Map<JsonNode, Counter> values) {}

    OperationCounter(Description description, Operation operation) {
        this.operation = operation;
        operation.node().path("responses").fieldNames().forEachRemaining(text -> {
            int status = Integer.parseInt(text);
            statuses.put(status, new Counter(text, due(description, operation, status)));
        });
        this.path = description.parameters(operation, "path").stream()
                .map(parameter -> new Counter("path." + parameter.path("name").asText(), CoveredItem.Due.ALWAYS))
                .toList();
        description.parameters(operation, "query").forEach(parameter -> {
            String name = "query." + parameter.path("name").asText();
            query.put(
                    parameter.path("name").asText(),
                    new Query(
                            new Counter(name, CoveredItem.Due.ALWAYS),
                            MemberTree.values(description, parameter.path("schema"), name)));
        });
        body.add(description, description.bodySchema(operation), new MemberTree.Naming("body.", true, Set.of()));
        operation.node().path("responses").properties().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .map(response -> description.resolve(response.getValue()).at("/content/application~1json/schema"))
                .forEach(schema -> members.add(
                        description, schema, new MemberTree.Naming("", false, KnownExceptions.neverSent(operation))));
    }

    private static CoveredItem.Due due(Description description, Operation operation, int status) {
        return KnownExceptions.isByFault(description, operation, status)
                ? CoveredItem.Due.BY_FAULT
                : description.isDocumented(operation, status) ? CoveredItem.Due.ALWAYS : CoveredItem.Due.NEVER;
    }

    /** Whether requests with a method count; HEAD does not, though it requests the operation of GET. */
    boolean counts(String method) {
        return operation.method().equals(method);
    }

    void count(Exchange exchanged) {
        Counter status = statuses.get(exchanged.answer().status());
        if (status == null) {
            return; // no answer of this operation
        }
        status.count(true);
        if (exchanged.answer().status() < REFUSED) {
            path.forEach(parameter -> parameter.count(true));
            meetQuery(exchanged.uri());
            body.count(json(exchanged.body()));
        }
        if (exchanged.answer().status() / 100 == 2) {
            members.count(json(exchanged.answer().body()));
        }
    }

    private void meetQuery(URI uri) {
        Stream.ofNullable(uri.getRawQuery())
                .flatMap(whole -> Stream.of(whole.split("&")))
                .forEach(pair -> {
                    int equals = pair.indexOf('=');
                    Query parameter = query.get(decoded(equals < 0 ? pair : pair.substring(0, equals)));
                    if (parameter != null) {
                        parameter.counter().count(true);
                        Counter value = parameter
                                .values()
                                .get(TextNode.valueOf(equals < 0 ? "" : decoded(pair.substring(equals + 1))));
                        if (value != null) {
                            value.count(true);
                        }
                    }
                });
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** Parses a body; one that is not JSON has no members. */
    private static JsonNode json(byte[] body) {
        try {
            return body.length == 0 ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    OperationCoverage part() {
        Stream<Counter> queries = query.values().stream()
                .flatMap(parameter ->
                        Stream.concat(Stream.of(parameter.counter()), parameter.values().values().stream()));
        return new OperationCoverage(
                operation.id(),
                operation.tag(),
                operation.method(),
                operation.path(),
                operation.isDocumented(),
                statuses.values().stream().map(Counter::item).toList(),
                Stream.of(path.stream(), queries, body.counters())
                        .flatMap(tallies -> tallies)
                        .map(Counter::item)
                        .toList(),
                members.counters().map(Counter::item).toList());
    }
}
