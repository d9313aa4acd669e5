package dev.hubtwin.internal.pipeline;

import dev.hubtwin.internal.auth.CallerDescriptions;
import dev.hubtwin.internal.exchange.PipelineStage;
import dev.hubtwin.internal.exchange.RequestContext;
import dev.hubtwin.internal.faults.ArmedFault;
import dev.hubtwin.internal.faults.Fault;
import dev.hubtwin.internal.faults.Faults;
import dev.hubtwin.internal.faults.ResponseFault;
import dev.hubtwin.internal.hosting.HostedWorld;
import dev.hubtwin.internal.openapi.Operation;
import dev.hubtwin.internal.recording.Recording;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Response;

/** Has go wrong what the world's faults say. Nothing of the twin's own is struck, control above all. */
@PreMatching
@Priority(FilterPriorities.FAULT)
public final class FaultInjectionFilter implements ContainerRequestFilter {

    private final FaultResponses answers;

    @Inject
    public FaultInjectionFilter(FaultResponses answers) {
        this.answers = answers;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        RequestContext exchange = RequestContext.at(PipelineStage.FAULT, request);
        Operation operation = exchange.operation().orElseThrow();
        HostedWorld hosted = exchange.hostedWorld();
        Faults faults = hosted.runtime().faults();
        if (!operation.isOwn() && !faults.isEmpty() && !Recording.isAgain()) {
            faults.strike(asked(exchange, operation), hosted.journal())
                    .ifPresent(fault -> strike(request, exchange, fault));
        }
    }

    private static Fault.Asked asked(RequestContext exchange, Operation operation) {
        return new Fault.Asked(
                operation.id(),
                operation.method(),
                exchange.path(),
                exchange.window().isPresent(),
                () -> CallerDescriptions.of(exchange.world(), exchange.caller()));
    }

    private void strike(ContainerRequestContext request, RequestContext exchange, ArmedFault fault) {
        Fault.Effect effect = fault.fault().effect();
        exchange.progress().faulted(fault);
        if (!effect.delivery().equals(ResponseFault.WHOLE)) {
            request.setProperty(ResponseFault.PROPERTY, effect.delivery());
        }
        if (effect.before()) {
            request.abortWith(Response.noContent().build()); // nobody sees it: the connection is cut
        } else if (effect.limit() != null || effect.status() != null) {
            request.abortWith(answers.answer(exchange, fault));
        }
    }
}
