package dev.hubtwin.internal.contract.scenario;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a class of scenarios that run against any server. It runs once for each target; its constructor takes the
 * {@link ServerUnderTest}. A scenario is skipped, with a reason, where the target's config lacks what it
 * {@link Requires}, or forbids that it {@link Writes}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ClassTemplate
@ExtendWith(TargetExtension.class)
public @interface PortableScenarios {}
