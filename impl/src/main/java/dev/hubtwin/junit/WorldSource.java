package dev.hubtwin.junit;

import dev.hubtwin.internal.seed.SeedCodec;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.seed.Seed;
import dev.hubtwin.seed.SeedException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * What worlds begin as.
 *
 * @param key the same for the same beginning, which is loaded once
 * @param name for people
 * @param loading makes the world, dated now
 */
record WorldSource(Object key, String name, Loading loading) {

    private static final String DEMO = "demo";

    /** Loads a world. */
    interface Loading {
        World at(Instant now) throws IOException;
    }

    static WorldSource demo() {
        return new WorldSource(DEMO, "demo", SeedCodec::demo);
    }

    static WorldSource of(Seed seed) {
        return new WorldSource(seed, "seed in Java", seed::world);
    }

    /** A resource in YAML or JSON, found from a class. */
    static WorldSource resource(Class<?> from, String resource) {
        URL url = from.getResource(resource);
        if (url == null) {
            throw new ExtensionConfigurationException(
                    "there is no resource " + resource + " where " + from.getName() + " is");
        }
        return new WorldSource(url.toString(), resource, now -> {
            try (InputStream in = url.openStream()) {
                return SeedCodec.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), type(resource), now);
            }
        });
    }

    private static String type(String resource) {
        return resource.endsWith(".json") ? null : "application/yaml";
    }

    /** What the nearest annotation says: of the method, of its class, of the class around it. */
    static WorldSource annotated(ExtensionContext context) {
        for (Optional<ExtensionContext> at = Optional.of(context);
                at.isPresent();
                at = at.get().getParent()) {
            Optional<HubtwinTest> found =
                    AnnotationSupport.findAnnotation(at.get().getElement(), HubtwinTest.class);
            if (found.isPresent()) {
                return said(found.get(), context.getRequiredTestClass());
            }
        }
        return demo();
    }

    private static WorldSource said(HubtwinTest annotation, Class<?> test) {
        if (annotation.seed() != HubtwinTest.Demo.class) {
            return new WorldSource(
                    annotation.seed(),
                    annotation.seed().getSimpleName(),
                    now -> made(annotation.seed()).world(now));
        }
        return annotation.value().isEmpty() ? demo() : resource(test, annotation.value());
    }

    private static Seed made(Class<? extends Supplier<Seed>> type) {
        try {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance().get();
        } catch (ReflectiveOperationException e) {
            throw new ExtensionConfigurationException(type.getName() + " cannot be made without arguments", e);
        }
    }

    /** The world, or a failure that says where the seed is wrong. */
    World load(Instant now) {
        try {
            return loading.at(now);
        } catch (SeedException e) {
            throw new ExtensionConfigurationException("the seed " + name + " is refused: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new ExtensionConfigurationException("the seed " + name + " cannot be read", e);
        }
    }
}
