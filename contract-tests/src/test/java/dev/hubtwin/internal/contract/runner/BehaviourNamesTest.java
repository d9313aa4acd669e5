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
import java.util.stream.Stream;
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
    private static final Pattern METHOD = Pattern.compile("GET|PUT|POST|PATCH|DELETE|HEAD|OPTIONS");
    private static final Pattern PATH = Pattern.compile("(?<= )/[a-z_{}/-]*");
    private static final Pattern OPERATIONS = Pattern.compile(
            "\\b((?:%s)(?:(?:, | and | or )(?:%s))*)((?:(?:, | and | or | ){1,2}%s)+)".formatted(METHOD, METHOD, PATH));
    private static final Map<String, String> IDS = Description.PUBLISHED.operations().stream()
            .collect(Collectors.toMap(
                    operation -> operation.method() + " " + operation.path(), Description.Operation::id));
    private static final Set<String> PATHS = Description.PUBLISHED.operations().stream()
            .map(Description.Operation::path)
            .collect(Collectors.toSet());

    @Test
    @DisplayName("Each names an operation that it calls, by method and path, or says that it is about every one")
    void nameTheirOperations() {
        assertEquals(List.of(), breaking((text, called) -> {
            List<String> named = operations(text);
            boolean tried = called.isEmpty()
                    || !Collections.disjoint(
                            called, named.stream().map(BehaviourNamesTest::id).toList());
            return text.matches("(?i).*\\bevery operation\\b.*") || !named.isEmpty() && tried;
        }));
    }

    @Test
    @DisplayName("None names a path, or a method of it, that the description does not have")
    void nameNoOthers() {
        assertEquals(
                List.of(),
                breaking((text, called) -> operations(text).stream()
                        .allMatch(operation -> operation.startsWith("OPTIONS")
                                ? PATHS.contains(operation.substring(8))
                                : IDS.containsKey(get(operation)))));
    }

    @Test
    @DisplayName("Each says at its end which rule it holds, or what else it comes from")
    void nameTheirOrigins() {
        assertEquals(List.of(), breaking((text, called) -> ORIGINS.matcher(text).matches()));
    }

    private static List<Behaviour> breaking(BiPredicate<String, Set<String>> rule) {
        return IndexedBehaviours.ALL.entrySet().stream()
                .filter(behaviour -> !rule.test(behaviour.getKey().text(), behaviour.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Every method with every path of a sentence such as {@code GET and PATCH /a, /b}. */
    private static List<String> operations(String text) {
        return OPERATIONS
                .matcher(text)
                .results()
                .flatMap(some -> all(METHOD, some.group(1))
                        .flatMap(method -> all(PATH, some.group(2)).map(path -> method + " " + path)))
                .toList();
    }

    private static Stream<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group());
    }

    private static String id(String operation) {
        return IDS.getOrDefault(get(operation), "");
    }

    private static String get(String operation) {
        return operation.replaceFirst("^HEAD ", "GET ");
    }
}
