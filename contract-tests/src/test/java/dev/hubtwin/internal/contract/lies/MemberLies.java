package dev.hubtwin.internal.contract.lies;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hubtwin.internal.contract.description.Description;
import dev.hubtwin.internal.contract.lies.DescribedMembers.Member;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Lies about the members of what is answered. Each befalls the first member of the answer that it fits; what is to have
 * a wrong value may be absent there.
 */
final class MemberLies {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    /** What is put in the place of a value that is to be of another type. */
    private static final List<JsonNode> OTHERS =
            List.of(JSON.textNode("7"), JSON.numberNode(7), JSON.booleanNode(true), JSON.objectNode());

    private final LieDerivation derivation;
    private final Description.Operation operation;
    private final int status;

    private MemberLies(LieDerivation derivation, Description.Operation operation, int status) {
        this.derivation = derivation;
        this.operation = operation;
        this.status = status;
    }

    static void derive(LieDerivation derivation, Description.Operation operation, int status, JsonNode schema) {
        MemberLies lies = new MemberLies(derivation, operation, status);
        DescribedMembers.of(schema).forEach(lies::about);
        lies.add(
                Lie.Kind.UNKNOWN,
                "add /nobody_described_this",
                json -> object(json)
                        .map(place -> ((ObjectNode) place).put("nobody_described_this", true))
                        .isPresent(),
                json -> object(json).isPresent());
    }

    private void about(Member member) {
        boolean element = member.path().get(member.path().size() - 1).equals("*");
        if (member.required()) {
            change(Lie.Kind.DROPPED, "drop " + member, member, value -> !value.isMissingNode(), value -> null);
        } else if (!element) {
            derivation.exclude(LieDerivation.OPTIONAL_MEMBER);
        }
        if (member.types().isEmpty()) {
            derivation.exclude(LieDerivation.ANY_TYPE);
        } else {
            change(Lie.Kind.MISTYPED, "mistype " + member, member, value -> true, value -> other(member));
        }
        if (member.nullable()) {
            derivation.exclude(LieDerivation.NULLABLE);
        } else {
            change(Lie.Kind.NULLED, "null " + member, member, value -> !value.isNull(), value -> JSON.nullNode());
        }
        if (member.enumerated()) {
            change(
                    Lie.Kind.ENUM,
                    "enum " + member,
                    member,
                    MemberLies::isTextual,
                    value -> JSON.textNode("no_such_value"));
        }
        if (member.format().startsWith("int")) {
            change(
                    Lie.Kind.FORMAT,
                    member.format() + " " + member,
                    member,
                    value -> value.isNumber() || value.isMissingNode(),
                    value -> JSON.numberNode(
                            BigInteger.TWO.pow(Integer.parseInt(member.format().substring(3)) - 1)));
        } else if (!member.format().isEmpty()) {
            change(
                    Lie.Kind.FORMAT,
                    member.format() + " " + member,
                    member,
                    MemberLies::isTextual,
                    value -> JSON.textNode("no such thing"));
        }
    }

    private static boolean isTextual(JsonNode value) {
        return value.isTextual() || value.isMissingNode();
    }

    private static JsonNode other(Member member) {
        return OTHERS.stream()
                .filter(value -> !member.types().contains(type(value)))
                .findFirst()
                .orElseThrow();
    }

    private static String type(JsonNode value) {
        return value.isNumber() ? "integer" : value.isTextual() ? "string" : value.isBoolean() ? "boolean" : "object";
    }

    private void change(
            Lie.Kind kind, String what, Member member, Predicate<JsonNode> fits, UnaryOperator<JsonNode> change) {
        add(
                kind,
                what,
                json -> place(json, member.path(), fits)
                        .map(place -> place.put(change))
                        .isPresent(),
                json -> place(json, member.path(), fits).isPresent());
    }

    private void add(Lie.Kind kind, String what, Predicate<JsonNode> lie, Predicate<JsonNode> occasion) {
        derivation.add(new Lie(
                operation.id() + " " + status + " " + what,
                kind,
                operation,
                (request, answer) ->
                        answer.status() == status && !request.method().equals("HEAD") && occasion.test(answer.json()),
                LieDerivation.lie((request, answer) -> {
                    if (answer.status() != status || request.method().equals("HEAD") || !occasion.test(answer.json())) {
                        return Optional.empty();
                    }
                    JsonNode changed = answer.json().deepCopy();
                    return lie.test(changed) ? Optional.of(answer.withJson(changed)) : Optional.empty();
                })));
    }

    /** A member of an object, or an element of an array. */
    private record Place(JsonNode around, String name, int index) {

        JsonNode value() {
            return around.isArray() ? around.path(index) : around.path(name);
        }

        Place put(UnaryOperator<JsonNode> change) {
            JsonNode value = change.apply(value());
            if (around instanceof ArrayNode array) {
                array.set(index, value);
            } else if (value == null) {
                ((ObjectNode) around).remove(name);
            } else {
                ((ObjectNode) around).set(name, value);
            }
            return this;
        }
    }

    private static Optional<Place> place(JsonNode around, List<String> path, Predicate<JsonNode> fits) {
        if (around.isArray() && path.get(0).equals("*")) {
            for (int index = 0; index < around.size(); index++) {
                Optional<Place> found = into(new Place(around, "", index), path, fits);
                if (found.isPresent()) {
                    return found;
                }
            }
        } else if (around.isObject() && path.get(0).equals("*")) {
            return around.properties().stream()
                    .map(member -> into(new Place(around, member.getKey(), 0), path, fits))
                    .flatMap(Optional::stream)
                    .findFirst();
        }
        return around.isObject() ? into(new Place(around, path.get(0), 0), path, fits) : Optional.empty();
    }

    private static Optional<Place> into(Place place, List<String> path, Predicate<JsonNode> fits) {
        return path.size() > 1
                ? place(place.value(), path.subList(1, path.size()), fits)
                : Optional.of(place).filter(here -> fits.test(here.value()));
    }

    /** The first object of a body. */
    private static Optional<JsonNode> object(JsonNode body) {
        return Optional.of(body.isArray() ? body.path(0) : body).filter(JsonNode::isObject);
    }
}
