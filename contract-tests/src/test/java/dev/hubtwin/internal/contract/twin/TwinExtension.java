package dev.hubtwin.internal.contract.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hubtwin.internal.contract.config.TargetProvider;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands out the twin of the test run, and looks after each class whether it broke its own contract. */
public final class TwinExtension implements ParameterResolver, AfterAllCallback {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TwinTarget.class;
    }

    @Override
    public TwinTarget resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return (TwinTarget) TargetProvider.source(context);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        assertEquals(
                List.of(), ((TwinTarget) TargetProvider.source(context)).twin().contractViolations(), "breaches");
    }
}
