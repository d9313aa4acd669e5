package dev.hubtwin.internal.seed.mapping;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.hubtwin.internal.control.model.State;
import dev.hubtwin.internal.seed.schema.SeedSchema;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * A member of a typed seed, such as its users.
 *
 * @param name as documents have it
 * @param shape what the description says of it
 */
record StateSection(String name, SeedSchema shape, RecordComponent component) {

    /** All of them by name, in the order in which they are written. */
    static final Map<String, StateSection> ALL = sections();

    private static Map<String, StateSection> sections() {
        Map<String, StateSection> sections = new LinkedHashMap<>();
        for (RecordComponent component : State.class.getRecordComponents()) {
            String name =
                    component.getAccessor().getAnnotation(JsonProperty.class).value();
            sections.put(name, new StateSection(name, SeedSchema.STATE.members().get(name), component));
        }
        return Collections.unmodifiableMap(sections);
    }

    /** Returns a seed that has in each section what a function gives for it. */
    static State state(Function<StateSection, ?> values) {
        try {
            Constructor<State> canonical =
                    State.class.getDeclaredConstructor(Arrays.stream(State.class.getRecordComponents())
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new));
            return canonical.newInstance(ALL.values().stream().map(values).toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record is made of its members", e);
        }
    }

    /** Whether it has any number of elements. */
    boolean isList() {
        return component.getGenericType() instanceof ParameterizedType;
    }

    /** Returns what its elements are. */
    Class<?> element() {
        return (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
    }

    /** Returns what a seed has of it; null if nothing. */
    Object of(State state) {
        try {
            return component.getAccessor().invoke(state);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record shows its members", e);
        }
    }
}
