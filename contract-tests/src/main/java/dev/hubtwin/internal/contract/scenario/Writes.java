package dev.hubtwin.internal.contract.scenario;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a scenario that sends more than GET and HEAD, and puts back what it changes. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Writes {

    /** What it changes, meanwhile or should it fail; nothing if no other scenario can tell that it ran. */
    WorldPart[] value();
}
