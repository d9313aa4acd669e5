package dev.hubtwin.internal.contract.runner;

import dev.hubtwin.internal.contract.description.Description;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The operations that the sentence of a behaviour names, by method and path. */
final class NamedOperations {

    private static final Pattern METHOD = Pattern.compile("GET|PUT|POST|PATCH|DELETE|HEAD|OPTIONS");
    private static final Pattern PATH = Pattern.compile("(?<= )/[a-z_{}/-]*");
    private static final Pattern OPERATIONS = Pattern.compile(
            "\\b((?:%s)(?:(?:, | and | or )(?:%s))*)((?:(?:, | and | or | ){1,2}%s)+)".formatted(METHOD, METHOD, PATH));
    private static final Map<String, Description.Operation> KNOWN = Description.PUBLISHED.operations().stream()
            .collect(Collectors.toMap(operation -> operation.method() + " " + operation.path(), Function.identity()));

    private static final Pattern EVERY = Pattern.compile("(?i)\\bevery operation\\b");

    private NamedOperations() {}

    /** Returns every method with every path of a sentence such as {@code GET and PATCH /a, /b}. */
    static List<String> in(String text) {
        return OPERATIONS
                .matcher(text)
                .results()
                .flatMap(some -> all(METHOD, some.group(1))
                        .flatMap(method -> all(PATH, some.group(2)).map(path -> method + " " + path)))
                .toList();
    }

    private static Stream<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group);
    }

    /** Returns the operation that a method and a path mean; {@code HEAD} means that of {@code GET}. */
    static Optional<Description.Operation> operation(String named) {
        return Optional.ofNullable(KNOWN.get(named.replaceFirst("^HEAD ", "GET ")));
    }

    /** Returns the ids of the operations that a sentence names. */
    static Set<String> ids(String text) {
        return in(text).stream()
                .flatMap(one -> operation(one).stream())
                .map(Description.Operation::id)
                .collect(Collectors.toSet());
    }

    /** Whether a sentence is about every operation. */
    static boolean areAll(String text) {
        return EVERY.matcher(text).find();
    }

    /** Whether a sentence names operations, and none that the documents list. */
    static boolean areAdditions(String text) {
        List<String> named = in(text);
        return !named.isEmpty()
                && named.stream()
                        .flatMap(one -> operation(one).stream())
                        .noneMatch(Description.Operation::isDocumented);
    }
}
