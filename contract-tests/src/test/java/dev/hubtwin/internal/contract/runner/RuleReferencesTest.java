package dev.hubtwin.internal.contract.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Checks that what refers to a rule by its number leads to {@code docs/rules.md}. */
@DisplayName("References to rules")
class RuleReferencesTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern HEADING = Pattern.compile("(?m)^### R(\\d+)$");

    /** Not what the runner says of a number that no rule has. */
    private static final Pattern REFERENCE = Pattern.compile("(?<!no rule )\\bR(\\d{1,3})\\b");

    private static final List<String> SOURCES = List.of(
            "api-spec/src", "generated-server/src", "generated-client/src", "impl/src", "contract-tests/src", "docs");

    @Test
    @DisplayName("docs/rules.md has every rule once, in the order of the numbers")
    void findEveryRuleOnce() throws IOException {
        assertEquals(
                IntStream.rangeClosed(1, ScenarioSelection.LAST_RULE).boxed().toList(), numbers(HEADING, rules()));
    }

    @Test
    @DisplayName("Every number of a rule in code, tests, the description and the documents stands there")
    void leadSomewhere() throws IOException {
        Set<Integer> known = new TreeSet<>(numbers(HEADING, rules()));
        TreeMap<String, Set<Integer>> strangers = new TreeMap<>();
        for (String source : SOURCES) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(source))) {
                for (Path file : files.filter(RuleReferencesTest::isText).toList()) {
                    Set<Integer> unknown = new TreeSet<>(numbers(REFERENCE, Files.readString(file)));
                    unknown.removeAll(known);
                    if (!unknown.isEmpty()) {
                        strangers.put(file.toString(), unknown);
                    }
                }
            }
        }
        assertEquals(new TreeMap<>(), strangers);
    }

    private static boolean isText(Path file) {
        return Files.isRegularFile(file)
                && Stream.of(".java", ".yaml", ".md", ".mustache").anyMatch(file.toString()::endsWith);
    }

    private static String rules() throws IOException {
        return Files.readString(ROOT.resolve("docs/rules.md"));
    }

    private static List<Integer> numbers(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(RuleReferencesTest::number).toList();
    }

    private static Integer number(MatchResult found) {
        return Integer.valueOf(found.group(1));
    }
}
