package dev.hubtwin.internal.contract.scenario;

import dev.hubtwin.internal.contract.config.Target;
import dev.hubtwin.internal.contract.config.TargetProvider;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeClassTemplateInvocationCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Runs a class of scenarios once for each target of the run's {@link TargetProvider}, hands the target to the
 * constructor as a {@link Fixture} or a {@link ServerUnderTest}, and has it put back after each scenario.
 */
final class TargetExtension implements ClassTemplateInvocationContextProvider {

    @Override
    public boolean supportsClassTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<ClassTemplateInvocationContext> provideClassTemplateInvocationContexts(ExtensionContext context) {
        return TargetProvider.source(context).targets().stream().map(Invocation::new);
    }

    private record Invocation(Target target) implements ClassTemplateInvocationContext {

        @Override
        public String getDisplayName(int index) {
            return target.toString();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(new Handover(target));
        }
    }

    private record Handover(Target target)
            implements ParameterResolver,
                    BeforeClassTemplateInvocationCallback,
                    BeforeEachCallback,
                    AfterEachCallback,
                    InvocationInterceptor {

        private static final Namespace STORE = Namespace.create(TargetExtension.class);

        @Override
        public void beforeClassTemplateInvocation(ExtensionContext context) {
            boolean needsFixture =
                    AnnotationSupport.isAnnotated(context.getRequiredTestClass(), FixtureScenarios.class);
            Checks.given(
                    !needsFixture || target.control().isPresent(),
                    "needs the control API of a twin, to arrange its world");
        }

        @Override
        public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
            return ExtensionContextScope.TEST_METHOD;
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            Class<?> type = parameter.getParameter().getType();
            return type == Fixture.class || type == ServerUnderTest.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            Restorable made = parameter.getParameter().getType() == Fixture.class
                    ? new Fixture(target)
                    : new ServerUnderTest(target);
            context.getStore(STORE).put(Restorable.class, made);
            return made;
        }

        @Override
        public void beforeEach(ExtensionContext scenario) {
            List<Requires> required = Stream.of(
                            scenario.getRequiredTestClass().getAnnotation(Requires.class),
                            scenario.getRequiredTestMethod().getAnnotation(Requires.class))
                    .flatMap(Stream::ofNullable)
                    .toList();
            Optional<String> lack = target.config()
                    .reasonToSkip(required.stream()
                            .flatMap(each -> Arrays.stream(each.value()))
                            .distinct()
                            .toList());
            Checks.given(lack.isEmpty(), lack.orElse(""));
            Checks.given(
                    !scenario.getRequiredTestMethod().isAnnotationPresent(Writes.class)
                            || target.prohibition().isEmpty(),
                    "writes, and " + target.prohibition().orElse(""));
            WorldLocks locks = scenario.getRoot()
                    .getStore(STORE)
                    .computeIfAbsent(target.root(), root -> new WorldLocks(), WorldLocks.class);
            scenario.getStore(STORE)
                    .put(
                            WorldLocks.class,
                            locks.take(scenario.getRequiredTestClass(), scenario.getRequiredTestMethod()));
        }

        @Override
        public void interceptTestMethod(
                InvocationInterceptor.Invocation<Void> scenario,
                ReflectiveInvocationContext<Method> method,
                ExtensionContext context)
                throws Throwable {
            proceed(scenario);
        }

        @Override
        public void interceptTestTemplateMethod(
                InvocationInterceptor.Invocation<Void> scenario,
                ReflectiveInvocationContext<Method> method,
                ExtensionContext context)
                throws Throwable {
            proceed(scenario);
        }

        @Override
        public void interceptDynamicTest(
                InvocationInterceptor.Invocation<Void> scenario,
                DynamicTestInvocationContext test,
                ExtensionContext context)
                throws Throwable {
            proceed(scenario);
        }

        /** What is too large for the runner fails one scenario; JUnit would end the whole run. */
        private static void proceed(InvocationInterceptor.Invocation<Void> scenario) throws Throwable {
            try {
                scenario.proceed();
            } catch (OutOfMemoryError e) {
                throw new AssertionError("what this scenario was answered does not fit into the runner's memory", e);
            }
        }

        @Override
        public void afterEach(ExtensionContext scenario) {
            Restorable used = scenario.getStore(STORE).get(Restorable.class, Restorable.class);
            try {
                if (used != null) {
                    target.listener().onRestoration();
                    used.restore();
                }
            } finally {
                Optional.ofNullable(scenario.getStore(STORE).get(WorldLocks.class, Runnable.class))
                        .ifPresent(Runnable::run);
            }
        }
    }
}
