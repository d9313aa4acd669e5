package dev.hubtwin.internal.contract.lies;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.hubtwin.internal.contract.description.Description;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Lies about lists that are given page by page. */
final class PageLies {

    private static final Pattern NEXT = Pattern.compile("<[^>]*>; rel=\"next\"(, )?");
    private static final Pattern LAST = Pattern.compile("([?&]page=)([0-9]+)([^>]*>; rel=\"last\")");
    private static final Pattern LATER = Pattern.compile("([?&]page=)([2-9]|[1-9][0-9]+)\\b");

    private final LieDerivation derivation;
    private final Description.Operation operation;

    private PageLies(LieDerivation derivation, Description.Operation operation) {
        this.derivation = derivation;
        this.operation = operation;
    }

    static void derive(LieDerivation derivation, Description.Operation operation) {
        if (Lies.has(operation, "per_page")) {
            PageLies lies = new PageLies(derivation, operation);
            lies.elements();
            lies.links();
            if (Lies.has(operation, "page")) {
                derivation.add(new Lie(
                        operation.id() + " 200 first page again",
                        Lie.Kind.PAGE,
                        operation,
                        (request, answer) -> LATER.matcher(request.target()).find() && answer.status() == 200,
                        PageLies::firstAgain));
            }
        }
    }

    private void elements() {
        list("last element dropped", 1, elements -> elements.subList(0, elements.size() - 1));
        list("first element dropped", 1, elements -> elements.subList(1, elements.size()));
        list("last element repeated", 1, elements -> {
            List<JsonNode> longer = new ArrayList<>(elements);
            longer.add(elements.get(elements.size() - 1));
            return longer;
        });
        list("order reversed", 2, elements -> {
            List<JsonNode> reversed = new ArrayList<>(elements);
            Collections.reverse(reversed);
            return reversed;
        });
    }

    private void links() {
        link("no Link", NEXT, link -> null);
        link(
                "Link without next",
                NEXT,
                link -> NEXT.matcher(link).replaceAll("").replaceAll(", $", ""));
        if (Lies.has(operation, "page")) {
            link(
                    "Link with another last",
                    LAST,
                    link -> LAST.matcher(link)
                            .replaceAll(
                                    found -> found.group(1) + (Integer.parseInt(found.group(2)) + 1) + found.group(3)));
        }
    }

    private void list(String what, int least, UnaryOperator<List<JsonNode>> change) {
        derivation.add(Lie.Kind.PAGE, operation, "200 " + what, (request, answer) -> {
            List<JsonNode> elements = Lies.list(array(answer.json()));
            if (answer.status() != 200 || request.method().equals("HEAD") || elements.size() < least) {
                return Optional.empty();
            }
            JsonNode changed = answer.json().deepCopy();
            ((ArrayNode) array(changed)).removeAll().addAll(change.apply(elements));
            return Optional.of(answer.withJson(changed));
        });
    }

    private void link(String what, Pattern need, UnaryOperator<String> change) {
        derivation.add(
                Lie.Kind.PAGE,
                operation,
                "200 " + what,
                (request, answer) -> answer.header("Link")
                        .filter(link ->
                                answer.status() == 200 && need.matcher(link).find())
                        .map(link -> Optional.ofNullable(change.apply(link))
                                .filter(text -> !text.isEmpty())
                                .map(text -> answer.with("Link", text))
                                .orElse(answer.without("Link"))));
    }

    /** A body that is a list, or the list that it has. */
    private static JsonNode array(JsonNode body) {
        return body.isArray()
                ? body
                : Lies.list(body).stream().filter(JsonNode::isArray).findFirst().orElse(body);
    }

    private static Lie.Response firstAgain(HttpMessage request, TwinConnection wire) throws IOException {
        HttpMessage honest = wire.send(request);
        if (honest.status() != 200 || !LATER.matcher(request.target()).find()) {
            return new Lie.Response(honest, false);
        }
        HttpMessage first = wire.send(
                request.withTarget(LATER.matcher(request.target()).replaceAll(found -> found.group(1) + "1")));
        HttpMessage lie = honest.without("Content-Encoding").withBody(first.body());
        return new Lie.Response(first.header("Content-Encoding").isPresent() ? first : lie, !honest.says(lie));
    }
}
