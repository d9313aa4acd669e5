package dev.hubtwin.internal.contract.scenario;

import dev.hubtwin.internal.contract.config.ConfigKey;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a target must have for a scenario, or for a class of them; without it they are skipped, and told why. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Inherited
@Retention(RetentionPolicy.RUNTIME)
public @interface Requires {

    /** All of these. */
    ConfigKey[] value();
}
