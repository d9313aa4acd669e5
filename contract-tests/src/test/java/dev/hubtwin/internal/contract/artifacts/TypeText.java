package dev.hubtwin.internal.contract.artifacts;

import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Types as they are written in source, with what they say of null; those of the JDK and of the API without packages.
 */
final class TypeText {

    private TypeText() {}

    /** Returns a type with its arguments, and {@code @Nullable} wherever that stands in it. */
    static String of(AnnotatedType type) {
        if (type instanceof AnnotatedArrayType array) {
            // What stands before the brackets is said of the array, what stands before the element of the element.
            String brackets = isNullable(array) ? " @Nullable []" : "[]";
            return of(array.getAnnotatedGenericComponentType()) + brackets;
        }
        String nullable = isNullable(type) ? "@Nullable " : "";
        if (type instanceof AnnotatedParameterizedType parameterized) {
            Type raw = ((ParameterizedType) type.getType()).getRawType();
            return nullable + name((Class<?>) raw) + listed(parameterized.getAnnotatedActualTypeArguments(), "<", ">");
        }
        if (type instanceof AnnotatedWildcardType wildcard) {
            return nullable + "?" + listed(wildcard.getAnnotatedLowerBounds(), " super ", "") + upper(wildcard);
        }
        return nullable
                + (type.getType() instanceof Class<?> plain
                        ? name(plain)
                        : type.getType().getTypeName());
    }

    private static String upper(AnnotatedWildcardType wildcard) {
        List<AnnotatedType> bounds = bounds(wildcard.getAnnotatedUpperBounds());
        boolean lower = wildcard.getAnnotatedLowerBounds().length > 0;
        return lower ? "" : listed(bounds.toArray(AnnotatedType[]::new), " extends ", "");
    }

    /** Returns the type parameters of a class or a method as they are declared; nothing if there are none. */
    static String parameters(TypeVariable<?>[] variables) {
        return variables.length == 0
                ? ""
                : Arrays.stream(variables).map(TypeText::parameter).collect(Collectors.joining(", ", "<", ">"));
    }

    private static String parameter(TypeVariable<?> variable) {
        String bounds =
                bounds(variable.getAnnotatedBounds()).stream().map(TypeText::of).collect(Collectors.joining(" & "));
        return variable.getName() + (bounds.isEmpty() ? "" : " extends " + bounds);
    }

    /** Returns the bounds but for the one that everything has. */
    private static List<AnnotatedType> bounds(AnnotatedType[] declared) {
        return Arrays.stream(declared)
                .filter(bound -> bound.getType() != Object.class || isNullable(bound))
                .toList();
    }

    /** Returns types in a list; nothing if there are none. */
    static String listed(AnnotatedType[] types, String before, String after) {
        return types.length == 0
                ? ""
                : Arrays.stream(types).map(TypeText::of).collect(Collectors.joining(", ", before, after));
    }

    /** Returns the name of a class within its package, and the package where a reader would not know it. */
    static String name(Class<?> type) {
        String full = type.getTypeName().replace('$', '.');
        return full.matches("(java|dev\\.hubtwin)\\..*")
                ? full.substring(type.getPackageName().length() + 1)
                : full;
    }

    private static boolean isNullable(AnnotatedElement element) {
        return element.isAnnotationPresent(Nullable.class);
    }
}
