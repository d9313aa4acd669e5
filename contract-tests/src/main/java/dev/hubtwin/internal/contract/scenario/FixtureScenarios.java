package dev.hubtwin.internal.contract.scenario;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a class of scenarios about the people and things of {@code fixture.yaml}. It runs once for each target with a
 * control API; its constructor takes the {@link Fixture}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ClassTemplate
@ExtendWith(TargetExtension.class)
public @interface FixtureScenarios {}
