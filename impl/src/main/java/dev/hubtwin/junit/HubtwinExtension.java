package dev.hubtwin.junit;

import dev.hubtwin.TwinWorld;
import dev.hubtwin.seed.Seed;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ModifierSupport;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * Gives each test a world of its own on the one server of the run, with JUnit 5.10 and later. It is registered by
 * {@link HubtwinTest}, or in a field:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final HubtwinExtension TWIN = HubtwinExtension.seeded(Seed.of().user("olivia"));
 *
 * @Test
 * void works(TwinWorld world) { … }
 * }</pre>
 */
public final class HubtwinExtension implements ParameterResolver, BeforeEachCallback {

    private static final Namespace NAMESPACE = Namespace.create(HubtwinExtension.class);

    private final Function<ExtensionContext, WorldSource> source;

    /** Makes worlds as the nearest {@link HubtwinTest} says; without one, demo worlds. */
    public HubtwinExtension() {
        this(WorldSource::annotated);
    }

    private HubtwinExtension(Function<ExtensionContext, WorldSource> source) {
        this.source = source;
    }

    /**
     * Makes worlds from a seed.
     *
     * @param seed what each world begins as; it is loaded once a run, and must not be changed after that
     */
    public static HubtwinExtension seeded(Seed seed) {
        return new HubtwinExtension(context -> WorldSource.of(seed));
    }

    /**
     * Makes worlds from a resource.
     *
     * @param resource the name of the resource, found from the test class: JSON if it ends in {@code .json}, otherwise
     *     YAML
     */
    public static HubtwinExtension seeded(String resource) {
        return new HubtwinExtension(context -> WorldSource.resource(context.getRequiredTestClass(), resource));
    }

    /** Returns the scope by which a constructor is given the world of its test, from JUnit 5.12 on. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
        return ExtensionContextScope.TEST_METHOD;
    }

    /** Returns whether a parameter is a {@link TwinWorld}. */
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TwinWorld.class;
    }

    /**
     * Returns the world of the test.
     *
     * @throws ParameterResolutionException if there is no one test whose world it could be, as in {@code @BeforeAll},
     *     or before JUnit 5.12 in a constructor
     */
    @Override
    public TwinWorld resolveParameter(ParameterContext parameter, ExtensionContext context) {
        if (context.getTestMethod().isEmpty()) {
            throw new ParameterResolutionException("a world belongs to one test: take it in the test, in @BeforeEach,"
                    + " or in the constructor of an instance for one test");
        }
        return world(context);
    }

    /**
     * Sets the fields of the type {@link TwinWorld} of the test, and of the tests around it.
     *
     * @throws ExtensionConfigurationException if a field could not belong to one test alone
     */
    @Override
    public void beforeEach(ExtensionContext context) throws IllegalAccessException {
        for (Object test : context.getRequiredTestInstances().getAllInstances()) {
            for (Field field : fields(test, ModifierSupport::isStatic)) {
                requireSet(field);
            }
            for (Field field : fields(test, ModifierSupport::isNotStatic)) {
                requireExclusive(context, field);
                field.setAccessible(true);
                field.set(test, world(context));
            }
        }
    }

    private static List<Field> fields(Object test, Predicate<Field> filter) {
        return ReflectionSupport.findFields(
                test.getClass(),
                field -> field.getType() == TwinWorld.class && ModifierSupport.isNotFinal(field) && filter.test(field),
                HierarchyTraversalMode.TOP_DOWN);
    }

    /** Refuses a static field that nobody has set: it would be shared by all tests. */
    private static void requireSet(Field field) throws IllegalAccessException {
        field.setAccessible(true);
        if (field.get(null) == null) {
            throw new ExtensionConfigurationException("a world belongs to one test, and the field " + field.getName()
                    + " is static; take the static away");
        }
    }

    /** Refuses a field that is shared by tests that run at once. */
    private static void requireExclusive(ExtensionContext context, Field field) {
        boolean isShared = context.getTestInstanceLifecycle()
                .filter(Lifecycle.PER_CLASS::equals)
                .isPresent();
        if (isShared && context.getExecutionMode() == ExecutionMode.CONCURRENT) {
            throw new ExtensionConfigurationException("the tests that share the field " + field.getName()
                    + " run at once; take the world as a parameter");
        }
    }

    private TwinWorld world(ExtensionContext context) {
        return stored(
                        context,
                        SharedTwin.TestWorld.class,
                        () -> sharedTwin(context).create(source.apply(context)))
                .world();
    }

    private static SharedTwin sharedTwin(ExtensionContext context) {
        return stored(context.getRoot(), SharedTwin.class, SharedTwin::new);
    }

    /** Returns what a context keeps; JUnit closes it with the context. */
    @SuppressWarnings("deprecation") // what takes its place is not in JUnit 5
    private static <T> T stored(ExtensionContext context, Class<T> type, Supplier<T> made) {
        return Objects.requireNonNull(context.getStore(NAMESPACE).getOrComputeIfAbsent(type, key -> made.get(), type));
    }
}
