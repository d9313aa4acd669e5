package dev.hubtwin.internal.world.cost;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.util.AbstractSet;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.pcollections.PMap;
import org.pcollections.PSet;
import org.pcollections.PVector;

/** A persistent collection that counts what is taken out of it, as do those that are taken out or made of it. */
final class CountingCollections implements InvocationHandler {

    private static final List<Class<?>> KINDS = List.of(PMap.class, PVector.class, PSet.class, List.class);
    private static final Set<String> WALKS = Set.of(
            "iterator",
            "listIterator",
            "spliterator",
            "stream",
            "parallelStream",
            "forEach",
            "toArray",
            "values",
            "keySet",
            "entrySet",
            "containsAll",
            "containsValue",
            "indexOf",
            "lastIndexOf");

    private final Object inner;
    private final TouchCount touched;

    private CountingCollections(Object inner, TouchCount touched) {
        this.inner = inner;
        this.touched = touched;
    }

    /** Returns the same value, every persistent collection in it counted, however deep in records it is. */
    @SuppressWarnings("unchecked")
    static <T> T in(T value, TouchCount touched) {
        if (value == null || isCounted(value)) {
            return value;
        }
        for (Class<?> kind : KINDS) {
            if (kind.isInstance(value)) {
                return (T) Proxy.newProxyInstance(
                        kind.getClassLoader(), new Class<?>[] {kind}, new CountingCollections(value, touched));
            }
        }
        return value instanceof Record ? (T) rebuilt((Record) value, touched) : value;
    }

    private static Object rebuilt(Record record, TouchCount touched) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        boolean same = true;
        try {
            for (int i = 0; i < values.length; i++) {
                components[i].getAccessor().setAccessible(true);
                Object value = components[i].getAccessor().invoke(record);
                values[i] = in(value, touched);
                types[i] = components[i].getType();
                same &= types[i].isPrimitive() || values[i] == value;
            }
            Constructor<?> canonical = record.getClass().getDeclaredConstructor(types);
            canonical.setAccessible(true);
            return same ? record : canonical.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isCounted(Object value) {
        return Proxy.isProxyClass(value.getClass()) && Proxy.getInvocationHandler(value) instanceof CountingCollections;
    }

    private static Object uncounted(Object value) {
        return value != null && isCounted(value)
                ? ((CountingCollections) Proxy.getInvocationHandler(value)).inner
                : value;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        Object[] plain = arguments == null ? new Object[0] : arguments.clone();
        for (int i = 0; i < plain.length; i++) {
            plain[i] = uncounted(plain[i]);
        }
        count(method.getName(), plain);
        if (WALKS.contains(method.getName())) {
            return walk(method, plain);
        }
        return in(call(method, inner, plain), touched);
    }

    private void count(String name, Object[] arguments) {
        boolean byRank = inner instanceof List;
        switch (name) {
            case "get", "getOrDefault" -> {
                if (byRank) {
                    touched.probes().incrementAndGet();
                } else if (((Map<?, ?>) inner).containsKey(arguments[0])) {
                    touched.records().incrementAndGet();
                }
            }
            case "contains", "containsKey" ->
                (byRank ? touched.records() : touched.probes()).addAndGet(byRank ? size() : 1);
            case "equals" -> touched.records().addAndGet(Objects.equals(size(), size(arguments[0])) ? size() : 0);
            case "hashCode", "subList", "plusAll", "minusAll" ->
                touched.records().addAndGet(size());
            default -> {} // the size, or another collection that shares all but a path of this one
        }
    }

    /** Elements are counted as they come out, so that a walk which ends early costs what it took. */
    private Object walk(Method method, Object[] arguments) throws Throwable {
        Collection<?> elements = inner instanceof Map<?, ?> map
                ? (method.getName().equals("keySet")
                        ? map.keySet()
                        : method.getName().equals("entrySet") ? map.entrySet() : map.values())
                : (Collection<?>) inner;
        Walked walked = new Walked(elements, touched);
        if (Set.of("values", "keySet", "entrySet").contains(method.getName())) {
            return walked;
        }
        boolean known = method.getDeclaringClass().isAssignableFrom(Walked.class);
        if (!known) {
            touched.records().addAndGet(size());
        }
        return call(method, known ? walked : inner, arguments);
    }

    private int size() {
        return size(inner);
    }

    private static int size(Object value) {
        return value instanceof Map<?, ?> map ? map.size() : value instanceof Collection<?> all ? all.size() : -1;
    }

    private static Object call(Method method, Object target, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static final class Walked extends AbstractSet<Object> {

        private final Collection<?> elements;
        private final TouchCount touched;

        private Walked(Collection<?> elements, TouchCount touched) {
            this.elements = elements;
            this.touched = touched;
        }

        @Override
        public Iterator<Object> iterator() {
            Iterator<?> all = elements.iterator();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return all.hasNext();
                }

                @Override
                public Object next() {
                    touched.records().incrementAndGet();
                    Object next = all.next();
                    return next instanceof Map.Entry<?, ?> entry
                            ? Map.entry(entry.getKey(), in(entry.getValue(), touched))
                            : in(next, touched);
                }
            };
        }

        @Override
        public int size() {
            return elements.size();
        }
    }
}
