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
 * Gives each test a world of its own: as a parameter of the type {@link dev.hubtwin.TwinWorld} of the test, of
 * {@code @BeforeEach}, of {@code @AfterEach} or of the constructor, or in a field of that type. The world is dropped
 * after the test.
 *
 * <p>The nearest annotation counts: that of the test method, of its class, then of the classes around it.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(HubtwinExtension.class)
public @interface HubtwinTest {

    /**
     * Returns the name of a resource with the seed of the world, found from the test class: JSON if it ends in
     * {@code .json}, otherwise YAML. Default: the demo world.
     */
    String value() default "";

    /**
     * Returns the class that makes the seed of the world. It is made by its constructor without arguments, once a run.
     * Default: {@link #value} counts.
     */
    Class<? extends Supplier<Seed>> seed() default Demo.class;

    /** Stands for no class that makes a seed. */
    interface Demo extends Supplier<Seed> {}
}
