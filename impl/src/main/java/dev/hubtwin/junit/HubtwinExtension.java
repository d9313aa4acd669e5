package dev.hubtwin.junit;

import dev.hubtwin.TwinWorld;
import dev.hubtwin.seed.Seed;
import java.lang.reflect.Field;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
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
 * Gives each test a world of its own on the one server of the run. It stands behind {@link HubtwinTest}, or in a field:
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

    private static final Namespace OURS = Namespace.create(HubtwinExtension.class);

    private final Function<ExtensionContext, WorldSource> beginning;

    /** Worlds begin as the nearest {@link HubtwinTest} says; without one, as the demo world. */
    public HubtwinExtension() {
        this(WorldSource::annotated);
    }

    private HubtwinExtension(Function<ExtensionContext, WorldSource> beginning) {
        this.beginning = beginning;
    }

    /** Worlds begin as a seed says. */
    public static HubtwinExtension seeded(Seed seed) {
        return new HubtwinExtension(context -> WorldSource.of(seed));
    }

    /** Worlds begin as a resource says, in YAML or JSON, found from the test class. */
    public static HubtwinExtension seeded(String resource) {
        return new HubtwinExtension(context -> WorldSource.resource(context.getRequiredTestClass(), resource));
    }

    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
        return ExtensionContextScope.TEST_METHOD; // a constructor has the world of its test
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TwinWorld.class;
    }

    @Override
    public TwinWorld resolveParameter(ParameterContext parameter, ExtensionContext context) {
        if (context.getTestMethod().isEmpty()) {
            throw new ParameterResolutionException(
                    "a world belongs to one test: take it in the test, in @BeforeEach, or in the constructor of an instance for one test");
        }
        return world(context);
    }

    /** Sets the fields of the test, and of the tests around it. */
    @Override
    public void beforeEach(ExtensionContext context) throws IllegalAccessException {
        for (Object test : context.getRequiredTestInstances().getAllInstances()) {
            for (Field field : fields(test, ModifierSupport::isStatic)) {
                requireNoWish(field);
            }
            for (Field field : fields(test, ModifierSupport::isNotStatic)) {
                requireAlone(context, field);
                field.setAccessible(true);
                field.set(test, world(context));
            }
        }
    }

    private static List<Field> fields(Object test, Predicate<Field> which) {
        return ReflectionSupport.findFields(
                test.getClass(),
                field -> field.getType() == TwinWorld.class && ModifierSupport.isNotFinal(field) && which.test(field),
                HierarchyTraversalMode.TOP_DOWN);
    }

    /** A static field would be that of all tests; one that somebody else has set is no wish for a world. */
    private static void requireNoWish(Field field) throws IllegalAccessException {
        field.setAccessible(true);
        if (field.get(null) == null) {
            throw new ExtensionConfigurationException("a world belongs to one test, and the field " + field.getName()
                    + " is static; take the static away");
        }
    }

    /** Tests that share an instance and run at once would share the field. */
    private static void requireAlone(ExtensionContext context, Field field) {
        boolean shared = context.getTestInstanceLifecycle()
                .filter(Lifecycle.PER_CLASS::equals)
                .isPresent();
        if (shared && context.getExecutionMode() == ExecutionMode.CONCURRENT) {
            throw new ExtensionConfigurationException("the tests that share the field " + field.getName()
                    + " run at once; take the world as a parameter");
        }
    }

    private TwinWorld world(ExtensionContext context) {
        return context.getStore(OURS)
                .computeIfAbsent(
                        SharedTwin.Own.class, key -> run(context).begin(beginning.apply(context)), SharedTwin.Own.class)
                .world();
    }

    private static SharedTwin run(ExtensionContext context) {
        return context.getRoot()
                .getStore(OURS)
                .computeIfAbsent(SharedTwin.class, key -> new SharedTwin(), SharedTwin.class);
    }
}
