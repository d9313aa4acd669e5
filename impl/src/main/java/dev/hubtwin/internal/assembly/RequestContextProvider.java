package dev.hubtwin.internal.assembly;

import dev.hubtwin.internal.exchange.RequestContext;
import java.util.function.Function;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.model.Parameter;
import org.glassfish.jersey.server.spi.internal.ValueParamProvider;

/** Takes the exchange that a method asks for from the request; injection would search all that is bound. */
final class RequestContextProvider implements ValueParamProvider {

    @Override
    public Function<ContainerRequest, ?> getValueProvider(Parameter parameter) {
        return parameter.getRawType() == RequestContext.class ? RequestContext::of : null;
    }

    /** Goes before injection, whose priority is low. */
    @Override
    public PriorityType getPriority() {
        return Priority.NORMAL;
    }
}
