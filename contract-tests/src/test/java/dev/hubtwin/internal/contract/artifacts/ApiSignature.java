package dev.hubtwin.internal.contract.artifacts;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/**
 * What a package shows to its users, as text: a line for each public or protected type and, indented below it, one for
 * each public or protected member of it. Names of parameters are no part of it, nor what every object has.
 */
final class ApiSignature {

    private static final String INDENTATION = "  ";
    private static final Set<String> OF_EVERY_OBJECT = Set.of("equals", "hashCode", "toString");
    private static final Set<String> OF_EVERY_ENUM = Set.of("values", "valueOf");

    private final SortedMap<String, SortedSet<String>> types = new TreeMap<>();

    private ApiSignature() {}

    /** Returns what is shown by those of some classes that are public. */
    static ApiSignature of(List<Class<?>> classes) {
        ApiSignature signature = new ApiSignature();
        for (Class<?> type : classes) {
            if (isVisible(type)) {
                signature.types.put(head(type), members(type));
            }
        }
        return signature;
    }

    /** Reads what {@link #lines} has written. */
    static ApiSignature read(List<String> lines) {
        ApiSignature signature = new ApiSignature();
        SortedSet<String> members = new TreeSet<>();
        for (String line : lines) {
            if (line.startsWith(INDENTATION)) {
                members.add(line.substring(INDENTATION.length()));
            } else {
                members = new TreeSet<>();
                signature.types.put(line, members);
            }
        }
        return signature;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        types.forEach((head, members) -> {
            lines.add(head);
            members.forEach(member -> lines.add(INDENTATION + member));
        });
        return lines;
    }

    /** Returns the lines of this that another one does not have, each member behind its type. */
    List<String> without(ApiSignature other) {
        List<String> lines = new ArrayList<>();
        types.forEach((head, members) -> {
            if (!other.types.containsKey(head)) {
                lines.add(head);
            }
            members.stream()
                    .filter(member -> !other.has(head, member))
                    .map(member -> head + ": " + member)
                    .forEach(lines::add);
        });
        return lines;
    }

    /** Returns the members of this that whoever implemented the type in another one does not have and must. */
    List<String> demandedBeyond(ApiSignature other) {
        return types.entrySet().stream()
                .filter(type -> other.types.containsKey(type.getKey()))
                .flatMap(type -> type.getValue().stream()
                        .filter(member -> member.startsWith("abstract ") && !other.has(type.getKey(), member)))
                .toList();
    }

    private boolean has(String head, String member) {
        return types.getOrDefault(head, Collections.emptySortedSet()).contains(member);
    }

    private static boolean isVisible(Class<?> type) {
        return isShown(type.getModifiers())
                && (type.getEnclosingClass() == null || isVisible(type.getEnclosingClass()));
    }

    private static boolean isShown(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    /** Returns the name of a type before all else, so that a type stands beside those that are nested in it. */
    private static String head(Class<?> type) {
        String kind = type.isAnnotation()
                ? "@interface"
                : type.isInterface() ? "interface" : type.isEnum() ? "enum" : type.isRecord() ? "record" : "class";
        String modifiers = type.isInterface() || type.isEnum() || type.isRecord()
                ? ""
                : modifiers(type.getModifiers() & (Modifier.ABSTRACT | Modifier.FINAL));
        boolean hasSuperclass = type.getSuperclass() != null
                && !Set.of(Object.class, Record.class, Enum.class).contains(type.getSuperclass());
        String superclass = hasSuperclass ? " extends " + TypeText.of(type.getAnnotatedSuperclass()) : "";
        String interfaces =
                type.isAnnotation() ? "" : TypeText.listed(type.getAnnotatedInterfaces(), " implements ", "");
        return TypeText.name(type) + TypeText.parameters(type.getTypeParameters()) + ": " + deprecated(type) + modifiers
                + kind + superclass + interfaces + (isNullMarked(type) ? "" : ", without nullness");
    }

    private static boolean isNullMarked(Class<?> type) {
        return type.getPackage().isAnnotationPresent(NullMarked.class)
                || Stream.<Class<?>>iterate(type, one -> one != null, Class::getEnclosingClass)
                        .anyMatch(one -> one.isAnnotationPresent(NullMarked.class));
    }

    private static SortedSet<String> members(Class<?> type) {
        SortedSet<String> members = new TreeSet<>();
        shown(type.getDeclaredFields()).map(ApiSignature::field).forEach(members::add);
        shown(type.getDeclaredConstructors())
                .map(constructor -> constructor(type, constructor))
                .forEach(members::add);
        for (Class<?> from = type; from != null; from = hiddenSuperclass(from)) {
            shown(from.getDeclaredMethods())
                    .filter(method -> !isOfEveryOne(type, method))
                    .map(method -> method(type, method))
                    .forEach(members::add);
        }
        return members;
    }

    /** Returns the superclass of a type if users see what is in it by the type only. */
    private static Class<?> hiddenSuperclass(Class<?> type) {
        Class<?> superclass = type.getSuperclass();
        return superclass == null || isVisible(superclass) ? null : superclass;
    }

    private static <M extends AccessibleObject & Member> Stream<M> shown(M[] members) {
        return Arrays.stream(members).filter(member -> isShown(member.getModifiers()) && !member.isSynthetic());
    }

    private static boolean isOfEveryOne(Class<?> type, Method method) {
        return OF_EVERY_OBJECT.contains(method.getName()) || type.isEnum() && OF_EVERY_ENUM.contains(method.getName());
    }

    private static String field(Field field) {
        return field.isEnumConstant()
                ? field.getName()
                : deprecated(field) + modifiers(field.getModifiers()) + TypeText.of(field.getAnnotatedType()) + " "
                        + field.getName();
    }

    private static String constructor(Class<?> type, Constructor<?> constructor) {
        return deprecated(constructor) + modifiers(constructor.getModifiers()) + "new " + TypeText.name(type)
                + signature(constructor);
    }

    private static String method(Class<?> type, Method method) {
        int kept = Modifier.isFinal(type.getModifiers()) ? ~Modifier.FINAL : ~0; // Nobody could override it anyway.
        String parameters = TypeText.parameters(method.getTypeParameters());
        return deprecated(method) + modifiers(method.getModifiers() & kept) + (method.isDefault() ? "default " : "")
                + (parameters.isEmpty() ? "" : parameters + " ") + TypeText.of(method.getAnnotatedReturnType()) + " "
                + method.getName() + signature(method)
                + (method.getDefaultValue() == null ? "" : " default " + method.getDefaultValue());
    }

    private static String signature(Executable executable) {
        return (executable.getParameterCount() == 0
                        ? "()"
                        : TypeText.listed(executable.getAnnotatedParameterTypes(), "(", ")"))
                + TypeText.listed(executable.getAnnotatedExceptionTypes(), " throws ", "");
    }

    private static String deprecated(AnnotatedElement element) {
        return element.isAnnotationPresent(Deprecated.class) ? "@Deprecated " : "";
    }

    private static String modifiers(int modifiers) {
        int shown = Modifier.PROTECTED | Modifier.ABSTRACT | Modifier.STATIC | Modifier.FINAL;
        return Stream.of(Modifier.toString(modifiers & shown))
                .filter(text -> !text.isEmpty())
                .map(text -> text + " ")
                .collect(Collectors.joining());
    }
}
