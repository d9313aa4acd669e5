package dev.hubtwin.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.hubtwin.TwinWorld;
import dev.hubtwin.client.control.model.RequestLogEntry;
import dev.hubtwin.junit.HubtwinTest;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every operation of the description has a method of the client, in two forms, that reaches it. */
@HubtwinTest
class EveryClientOperationTest {

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void isReached(boolean asynchronous, TwinWorld world) throws Exception {
        world.state().merge("settings: {rate_limit: off}");
        GitHubClient client = world.asUser("olivia");
        for (Method tag : GitHubClient.class.getMethods()) {
            if (tag.getReturnType().getSimpleName().endsWith("Api")) {
                Object api = tag.invoke(client);
                for (Method operation : operations(api.getClass(), asynchronous)) {
                    call(operation, api, asynchronous);
                }
            }
        }
        Set<String> reached = new TreeSet<>(
                world.requests().stream().map(RequestLogEntry::getOperation).toList());
        assertEquals(DescribedOperations.all(), reached);
    }

    private static List<Method> operations(Class<?> api, boolean asynchronous) {
        Set<String> names = new TreeSet<>(
                Arrays.stream(api.getDeclaredMethods()).map(Method::getName).toList());
        return Arrays.stream(api.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> asynchronous
                        ? !names.contains(method.getName() + "Async")
                        : !method.getName().endsWith("Async"))
                .toList();
    }

    private static Object[] arguments(Method operation) throws ReflectiveOperationException {
        Object[] arguments = new Object[operation.getParameterCount()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = argument(operation.getParameterTypes()[i]);
        }
        return arguments;
    }

    private static Object argument(Class<?> type) throws ReflectiveOperationException {
        if (type == long.class) {
            return 1L;
        }
        if (type == int.class) {
            return 1;
        }
        if (type == List.class) {
            return List.of();
        }
        if (type == OffsetDateTime.class) {
            return OffsetDateTime.now();
        }
        if (type == String.class) {
            return "acme";
        }
        return Arrays.stream(type.getMethods())
                        .anyMatch(method -> method.getName().equals("builder"))
                ? built(type.getMethod("builder").invoke(null))
                : ((List<?>) type.getMethod("values").invoke(null)).get(0);
    }

    private static Object built(Object builder) throws ReflectiveOperationException {
        return builder.getClass().getMethod("build").invoke(builder);
    }

    /** Does what is called; a refusal is an answer, too. */
    private static void call(Method operation, Object api, boolean asynchronous) throws Exception {
        try {
            Object result = operation.invoke(api, arguments(operation));
            if (result instanceof Listing<?> list) {
                if (asynchronous) {
                    first(list);
                } else {
                    result = list.stream().findFirst();
                }
            } else if (result != null && result.getClass().getSimpleName().endsWith("Request")) {
                String execute = asynchronous ? "executeAsync" : "execute";
                result = result.getClass().getMethod(execute).invoke(result);
            }
            if (result instanceof CompletableFuture<?> future) {
                future.get();
            }
        } catch (InvocationTargetException | ExecutionException e) {
            assertInstanceOf(GitHubException.class, e.getCause());
        } catch (GitHubException e) {
            assertNotEquals(0, e.status(), e.getMessage());
        }
    }

    /** Demands the first element, and waits for it, the end or a refusal. */
    private static void first(Listing<?> list) throws Exception {
        CompletableFuture<Object> first = new CompletableFuture<>();
        list.publisher().subscribe(new Flow.Subscriber<Object>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                subscription.request(1);
            }

            @Override
            public void onNext(Object element) {
                first.complete(element);
            }

            @Override
            public void onError(Throwable failure) {
                first.completeExceptionally(failure);
            }

            @Override
            public void onComplete() {
                first.complete(null);
            }
        });
        first.get();
    }
}
