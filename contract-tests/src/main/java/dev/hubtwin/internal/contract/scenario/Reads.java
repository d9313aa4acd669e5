package dev.hubtwin.internal.contract.scenario;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What must not change while a scenario runs; at a method instead of what its class says. Without it nothing may
 * change.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Inherited
@Retention(RetentionPolicy.RUNTIME)
public @interface Reads {

    /** All of these. */
    WorldPart[] value();
}
