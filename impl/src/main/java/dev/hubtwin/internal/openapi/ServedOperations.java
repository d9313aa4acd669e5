package dev.hubtwin.internal.openapi;

import dev.hubtwin.internal.api.strict.OperationId;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which operations of the descriptions this server serves: those whose method a resource overrides. */
public final class ServedOperations {

    private final List<ApiDescription> contracts;
    private final Map<String, Class<?>> resources = new HashMap<>();

    /**
     * Finds what is served.
     *
     * @param contracts the descriptions
     * @param resources classes that implement generated interfaces
     */
    public ServedOperations(List<ApiDescription> contracts, Collection<Class<?>> resources) {
        this.contracts = contracts;
        resources.forEach(this::addAll);
    }

    /** The operation that a request means, if it is served. */
    public Optional<ApiDescription.Match> match(String method, String path) {
        for (ApiDescription contract : contracts) {
            Optional<ApiDescription.Match> match = contract.match(method, path);
            if (match.isPresent()
                    && resources.containsKey(match.get().operation().id())) {
                return match;
            }
        }
        return Optional.empty();
    }

    /** The first operation that a path has, with whatever method; always the same. */
    public Optional<ApiDescription.Match> match(String path) {
        return ApiDescription.METHODS.stream()
                .flatMap(method -> match(method.toUpperCase(Locale.ROOT), path).stream())
                .findFirst();
    }

    /** The resource that serves an operation. */
    public Class<?> resource(Operation operation) {
        return resources.get(operation.id());
    }

    private void addAll(Class<?> resource) {
        for (Class<?> generated : resource.getInterfaces()) {
            for (Method method : generated.getMethods()) {
                OperationId operation = method.getAnnotation(OperationId.class);
                if (operation != null && overrides(resource, method)) {
                    resources.put(operation.value(), resource);
                }
            }
        }
    }

    private static boolean overrides(Class<?> resource, Method method) {
        try {
            return resource.getMethod(method.getName(), method.getParameterTypes())
                            .getDeclaringClass()
                    == resource;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }
}
