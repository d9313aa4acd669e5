package dev.hubtwin.internal.contract.runner;

import dev.hubtwin.internal.contract.result.Behaviour;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;

/** The behaviours of the index, with what they say. */
final class IndexedBehaviours {

    /** Each, with the ids of the operations that it calls. */
    static final Map<Behaviour, Set<String>> ALL = ScenarioIndex.KEPT.scenarios().entrySet().stream()
            .collect(Collectors.toMap(
                    scenario -> behaviour(scenario.getKey()),
                    scenario -> scenario.getValue().keySet()));

    private IndexedBehaviours() {}

    private static Behaviour behaviour(String scenario) {
        int dot = scenario.lastIndexOf('.');
        String group = scenario.substring(0, dot);
        String method = scenario.substring(dot + 1);
        return new Behaviour(group, method, text(ContractParts.type(group), method));
    }

    private static String text(Class<?> part, String method) {
        return Stream.<Class<?>>iterate(part, type -> type != null, Class::getSuperclass)
                .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .filter(each -> each.getName().equals(method) && each.isAnnotationPresent(DisplayName.class))
                .findFirst()
                .map(IndexedBehaviours::text)
                .orElseThrow(() -> new AssertionError(part + " has no behaviour " + method));
    }

    private static String text(Method method) {
        return method.getAnnotation(DisplayName.class).value();
    }
}
