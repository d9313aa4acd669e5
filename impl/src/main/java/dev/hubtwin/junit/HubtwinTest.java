package dev.hubtwin.junit;

import dev.hubtwin.seed.Seed;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives each test a world of its own: as a parameter of the type {@link dev.hubtwin.TwinWorld}, of a test, of
 * {@code @BeforeEach} and {@code @AfterEach} or of the constructor, or in a field of that type.
 *
 * <p>What is nearest counts: the annotation of the test method, of its class, of the class around it.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(HubtwinExtension.class)
public @interface HubtwinTest {

    /** What the world begins as: a resource in YAML or JSON, found from the test class; without it, the demo world. */
    String value() default "";

    /** What the world begins as, in Java; it is made once a run, by the constructor without arguments. */
    Class<? extends Supplier<Seed>> seed() default Demo.class;

    /** Stands for no seed in Java. */
    interface Demo extends Supplier<Seed> {}
}
