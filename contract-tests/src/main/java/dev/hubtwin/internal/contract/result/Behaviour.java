package dev.hubtwin.internal.contract.result;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * A behaviour that scenarios hold a server to.
 *
 * @param group the part of a contract that it is in: {@code MembersContract.Pages}
 * @param method its method; empty for a result of the whole group
 * @param text its display name
 */
public record Behaviour(String group, String method, String text) {

    private static final Pattern RULES = Pattern.compile("R(\\d+)(?: to R(\\d+))?");

    /** Returns the behaviour of a node of a test plan. */
    public static Behaviour of(TestPlan plan, TestIdentifier test) {
        for (Optional<TestIdentifier> node = Optional.of(test); node.isPresent(); node = plan.getParent(node.get())) {
            TestSource source = node.get().getSource().orElse(null);
            Optional<TestIdentifier> parent = plan.getParent(node.get());
            boolean outermost = parent.flatMap(TestIdentifier::getSource)
                    .map(above -> !above.equals(source))
                    .orElse(true);
            if (source instanceof MethodSource method && outermost) {
                return of(method, node.get().getDisplayName());
            }
            if (source instanceof ClassSource type && outermost) {
                return new Behaviour(simple(type.getClassName()), "", node.get().getDisplayName());
            }
        }
        return new Behaviour("", "", test.getDisplayName());
    }

    /** Returns the behaviour of a method. */
    public static Behaviour of(MethodSource method, String text) {
        return new Behaviour(simple(method.getClassName()), method.getMethodName(), text);
    }

    /** Returns the tag of the contract that it is in: {@code outside-collaborators}. */
    public String tag() {
        return group.replaceFirst("Contract(\\..*)?$", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }

    /** Returns the numbers of the rules that it is about. */
    public List<Integer> rules() {
        return RULES.matcher(text)
                .results()
                .flatMapToInt(Behaviour::range)
                .distinct()
                .sorted()
                .boxed()
                .toList();
    }

    private static IntStream range(MatchResult found) {
        int first = Integer.parseInt(found.group(1));
        return IntStream.rangeClosed(first, found.group(2) == null ? first : Integer.parseInt(found.group(2)));
    }

    private static String simple(String type) {
        return type.substring(type.lastIndexOf('.') + 1).replace('$', '.');
    }
}
