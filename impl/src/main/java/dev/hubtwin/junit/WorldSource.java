package dev.hubtwin.junit;

import dev.hubtwin.Twin;
import dev.hubtwin.TwinWorld;
import dev.hubtwin.seed.Seed;
import dev.hubtwin.seed.SeedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * What worlds begin as.
 *
 * @param key the same for the same seed, which is loaded once
 * @param label what people call it
 * @param seed makes the seed
 */
record WorldSource(Object key, String label, Supplier<Seed> seed) {

    private static final int LONGEST_NAME = 40;

    static WorldSource demo() {
        return new WorldSource("demo", "demo", Seed::demo);
    }

    static WorldSource of(Seed seed) {
        return new WorldSource(seed, "seed in Java", () -> seed);
    }

    /** Returns the source that is a resource, found from a class: JSON if it ends in .json, otherwise YAML. */
    static WorldSource resource(Class<?> from, String resource) {
        URL url = from.getResource(resource);
        if (url == null) {
            throw new ExtensionConfigurationException(
                    "there is no resource " + resource + " where " + from.getName() + " is");
        }
        return new WorldSource(url.toString(), resource, () -> {
            String text = text(url);
            return resource.endsWith(".json") ? Seed.parse(text) : Seed.parseYaml(text);
        });
    }

    private static String text(URL url) {
        try (InputStream in = url.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what the nearest annotation says: that of the method, of its class, of the classes around it. */
    static WorldSource annotated(ExtensionContext context) {
        for (Optional<ExtensionContext> at = Optional.of(context);
                at.isPresent();
                at = at.get().getParent()) {
            Optional<HubtwinTest> annotation =
                    AnnotationSupport.findAnnotation(at.get().getElement(), HubtwinTest.class);
            if (annotation.isPresent()) {
                return of(annotation.get(), context.getRequiredTestClass());
            }
        }
        return demo();
    }

    private static WorldSource of(HubtwinTest annotation, Class<?> test) {
        if (annotation.seed() != HubtwinTest.Demo.class) {
            return new WorldSource(
                    annotation.seed(),
                    annotation.seed().getSimpleName(),
                    () -> instance(annotation.seed()).get());
        }
        return annotation.value().isEmpty() ? demo() : resource(test, annotation.value());
    }

    private static Supplier<Seed> instance(Class<? extends Supplier<Seed>> type) {
        try {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new ExtensionConfigurationException(type.getName() + " cannot be made without arguments", e);
        }
    }

    /** Returns the label in letters that the name of a world may have. */
    String name() {
        String name = label.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }

    /** Makes the world on a twin, or fails with where the seed is wrong. */
    TwinWorld load(Twin twin, String name) {
        try {
            return twin.world(name, seed.get());
        } catch (SeedException e) {
            throw new ExtensionConfigurationException("the seed " + label + " is refused: " + e.getMessage(), e);
        } catch (UncheckedIOException e) {
            throw new ExtensionConfigurationException("the seed " + label + " cannot be read", e);
        }
    }
}
