package dev.hubtwin.internal.spec.lint;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A mistake, and the rule that is there for it.
 *
 * @param seed puts it into a description
 */
record SeededMistake(Rule rule, String what, Consumer<DescriptionDraft> seed) {

    /** Those of some rules that find it in a copy of a description. */
    Set<Rule> finders(DescriptionSources description, Stream<Rule> asked) {
        DescriptionDraft draft = new DescriptionDraft(description.copy());
        seed.accept(draft);
        return asked.filter(rule -> !rule.check(draft.description()).isEmpty())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Rule.class)));
    }

    @Override
    public String toString() {
        return rule + ": " + what;
    }
}
