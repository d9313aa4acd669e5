package dev.hubtwin.internal.spec.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The descriptions keep the rules. */
class LintTest {

    static final Path SOURCES = Path.of("src/main/openapi");

    private static final DescriptionSources API = DescriptionSources.read(SOURCES, "openapi.yaml");
    private static final DescriptionSources CONTROL = DescriptionSources.read(SOURCES, "control.yaml");

    @ParameterizedTest
    @EnumSource(Rule.class)
    void theApiKeeps(Rule rule) {
        assertKept(rule, API);
    }

    @ParameterizedTest
    @MethodSource("rulesForControl")
    void theControlApiKeeps(Rule rule) {
        assertKept(rule, CONTROL);
    }

    static Stream<Rule> rulesForControl() {
        return Stream.of(Rule.values()).filter(Rule::isForControl);
    }

    private static void assertKept(Rule rule, DescriptionSources description) {
        List<Finding> findings = rule.check(description);
        assertEquals(List.of(), findings, () -> findings.size() + " findings");
    }
}
