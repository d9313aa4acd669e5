package dev.hubtwin.internal.contract.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hubtwin.internal.contract.description.Description;
import dev.hubtwin.internal.contract.result.Behaviour;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** That each behaviour says what it is about and where it comes from, so that a report can be read by itself. */
@DisplayName("Names of behaviours")
class BehaviourNamesTest {

    private static final String RULE = "R\\d+(?: to R\\d+)?";
    private static final String ORIGIN =
            "(?:%s(?:, %s)*|conventions, \\d(?:(?:, \\d)* and \\d)?|decisions|documents|recorded|reported)"
                    .formatted(RULE, RULE);
    private static final Pattern ORIGINS = Pattern.compile(".* \\(%s(?:; %s)*\\)".formatted(ORIGIN, ORIGIN));
    private static final Set<String> PATHS = Description.PUBLISHED.operations().stream()
            .map(Description.Operation::path)
            .collect(Collectors.toSet());

    @Test
    @DisplayName("Each names an operation that it calls, by method and path, or says that it is about every one")
    void nameTheirOperations() {
        assertEquals(List.of(), breaking((text, called) -> {
            List<String> named = NamedOperations.in(text);
            boolean tried = called.isEmpty()
                    || !Collections.disjoint(
                            called,
                            named.stream()
                                    .flatMap(one -> NamedOperations.operation(one).stream())
                                    .map(Description.Operation::id)
                                    .toList());
            return NamedOperations.areAll(text) || !named.isEmpty() && tried;
        }));
    }

    @Test
    @DisplayName("None names a path, or a method of it, that the description does not have")
    void nameNoOthers() {
        assertEquals(
                List.of(),
                breaking((text, called) -> NamedOperations.in(text).stream()
                        .allMatch(operation -> operation.startsWith("OPTIONS")
                                ? PATHS.contains(operation.substring(8))
                                : NamedOperations.operation(operation).isPresent())));
    }

    @Test
    @DisplayName("Each says at its end which rule it holds, or what else it comes from")
    void nameTheirOrigins() {
        assertEquals(List.of(), breaking((text, called) -> ORIGINS.matcher(text).matches()));
    }

    @Test
    @DisplayName("The name of each part says which tag it is about")
    void nameTheirTags() {
        assertEquals(
                Description.PUBLISHED.operations().stream()
                        .map(Description.Operation::tag)
                        .collect(Collectors.toSet()),
                IndexedBehaviours.ALL.keySet().stream().map(Behaviour::tag).collect(Collectors.toSet()));
    }

    private static List<Behaviour> breaking(BiPredicate<String, Set<String>> rule) {
        return IndexedBehaviours.ALL.entrySet().stream()
                .filter(behaviour -> !rule.test(behaviour.getKey().text(), behaviour.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
