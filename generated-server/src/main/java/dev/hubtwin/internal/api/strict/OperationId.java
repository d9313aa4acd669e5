package dev.hubtwin.internal.api.strict;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which operation of the description a generated method is. An override does not inherit it: look at the method of
 * the interface, which Jersey calls the definition method of its {@code Invocable}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OperationId {

    /** The {@code operationId}, such as {@code orgs/get}. */
    String value();
}
