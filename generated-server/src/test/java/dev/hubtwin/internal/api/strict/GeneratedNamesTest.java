package dev.hubtwin.internal.api.strict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.hubtwin.internal.api.OrganizationsApi;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No name is the generator's invention; one that is wants a mapping in the root pom or a name in the description. */
class GeneratedNamesTest {

    /** Schemas that GitHub calls so. */
    private static final Set<String> NAMED = Set.of("IntegrationInstallationRequest", "HookDeliveryRequest");

    @ParameterizedTest
    @ValueSource(strings = {"dev.hubtwin.internal.api", "dev.hubtwin.internal.control.api"})
    void noOperationIsNumberedBecauseAnotherHasItsName(String apis) throws Exception {
        List<String> numbered = classes(apis)
                .filter(Class::isInterface)
                .flatMap(api -> Stream.of(api.getMethods()))
                .map(Method::getName)
                .filter(name -> name.matches(".*_.*|call[A-Z].*"))
                .toList();
        assertEquals(List.of(), numbered);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev.hubtwin.internal.api", "dev.hubtwin.internal.control.api"})
    void everyMethodKnowsItsOperation(String apis) throws Exception {
        List<Method> methods = classes(apis)
                .filter(Class::isInterface)
                .flatMap(api -> Stream.of(api.getMethods()))
                .toList();
        assertFalse(methods.isEmpty());
        methods.forEach(method ->
                assertFalse(method.getAnnotation(OperationId.class).value().isEmpty(), method.getName()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev.hubtwin.internal.api.model", "dev.hubtwin.internal.control.model"})
    void noModelIsANullableFormOrAnUnnamedSchema(String models) throws Exception {
        List<String> invented = classes(models)
                .map(Class::getSimpleName)
                .filter(name -> name.matches("Nullable.*|.*(Inner|Request|OneOf|AllOf|AnyOf)\\d*"))
                .filter(name -> !NAMED.contains(name))
                .toList();
        assertEquals(List.of(), invented);
    }

    private static Stream<Class<?>> classes(String packageName) throws IOException, URISyntaxException {
        Path root = Path.of(OrganizationsApi.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.list(root.resolve(packageName.replace('.', '/')))) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("\\w+\\.class"))
                    .map(name -> packageName + "." + name.replace(".class", ""))
                    .toList();
            return names.stream().map(GeneratedNamesTest::load);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
