package dev.hubtwin.internal.seed.mapping;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Makes records of a type from checked trees. Jackson would make the same, but not before it has a model of all types
 * of a seed, which took an eighth of a start. Here a type is looked at when a seed has it.
 */
final class RecordReader {

    private static final ClassValue<RecordReader> ALL = new ClassValue<>() {
        @Override
        protected RecordReader computeValue(Class<?> type) {
            return new RecordReader(type);
        }
    };

    private static final Map<Class<?>, Function<JsonNode, Object>> PLAIN = Map.of(
            String.class, JsonNode::textValue,
            Boolean.class, JsonNode::booleanValue,
            Integer.class, tree -> Math.toIntExact(tree.longValue()),
            Long.class, JsonNode::longValue,
            OffsetDateTime.class, tree -> OffsetDateTime.parse(tree.textValue()),
            Object.class, RecordReader::anything);

    private final Constructor<?> canonical;
    private final Map<String, Member> members = new HashMap<>();

    /** A member: which of the record's it is, and what makes its value. */
    private record Member(int index, Function<JsonNode, Object> value) {}

    private RecordReader(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            String name = components[i]
                    .getAccessor()
                    .getAnnotation(JsonProperty.class)
                    .value();
            members.put(name, new Member(i, value(components[i].getGenericType())));
        }
        try {
            canonical = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("a record is made of its members", e);
        }
    }

    /**
     * Returns a checked tree as a record.
     *
     * @param type has the names of its members as {@link JsonProperty}
     */
    static <T> T read(JsonNode tree, Class<T> type) {
        return type.cast(ALL.get(type).read(tree));
    }

    private Object read(JsonNode tree) {
        Object[] values = new Object[members.size()];
        for (Map.Entry<String, JsonNode> given : tree.properties()) {
            Member member = members.get(given.getKey());
            if (member != null && !given.getValue().isNull()) {
                values[member.index()] = member.value().apply(given.getValue());
            }
        }
        try {
            return canonical.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a checked tree can be read", e);
        }
    }

    private static Function<JsonNode, Object> value(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            Function<JsonNode, Object> element = value(arguments[arguments.length - 1]);
            return generic.getRawType() == Map.class
                    ? tree -> map(tree, element)
                    : tree -> tree.valueStream().map(element).toList();
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isRecord()) {
            return tree -> read(tree, plain);
        }
        return plain.isEnum() ? constants(plain) : PLAIN.get(plain);
    }

    /** Returns what a schema without a type allows: whatever JSON can say. */
    private static Object anything(JsonNode tree) {
        if (tree.isObject()) {
            return map(tree, RecordReader::anything);
        }
        if (tree.isArray()) {
            return tree.valueStream().map(RecordReader::anything).toList();
        }
        return tree.isNumber() ? tree.numberValue() : tree.isBoolean() ? tree.booleanValue() : tree.textValue();
    }

    private static Map<String, Object> map(JsonNode tree, Function<JsonNode, Object> element) {
        Map<String, Object> map = new LinkedHashMap<>();
        tree.properties().forEach(entry -> map.put(entry.getKey(), element.apply(entry.getValue())));
        return map;
    }

    private static Function<JsonNode, Object> constants(Class<?> type) {
        Map<String, Object> constants =
                Arrays.stream(type.getEnumConstants()).collect(Collectors.toMap(Object::toString, Function.identity()));
        return tree -> constants.get(tree.textValue());
    }
}
