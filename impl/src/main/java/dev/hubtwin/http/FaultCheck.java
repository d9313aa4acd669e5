package dev.hubtwin.http;

import dev.hubtwin.faults.Armed;
import dev.hubtwin.faults.Fault;
import dev.hubtwin.faults.Faults;
import dev.hubtwin.http.container.Delivery;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Response;

/** Has go wrong what the world's faults say. Nothing of the twin's own is struck, control above all. */
@PreMatching
@Priority(Steps.FAULT)
public final class FaultCheck implements ContainerRequestFilter {

  private final FaultAnswers answers;

  @Inject
  public FaultCheck(FaultAnswers answers) {
    this.answers = answers;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    Exchange exchange = Exchange.at(Step.FAULT, request);
    Operation operation = exchange.operation().orElseThrow();
    Faults faults = exchange.surroundings().faults();
    if (!operation.isOwn() && !faults.isEmpty()) {
      faults.strike(asked(exchange, operation)).ifPresent(fault -> strike(request, exchange, fault));
    }
  }

  private static Fault.Asked asked(Exchange exchange, Operation operation) {
    return new Fault.Asked(operation.id(), operation.method(), exchange.path(), exchange.window().isPresent(),
        () -> CallerNames.of(exchange.world(), exchange.caller()));
  }

  private void strike(ContainerRequestContext request, Exchange exchange, Armed fault) {
    Fault.Effect effect = fault.fault().effect();
    exchange.course().struck(fault);
    if (!effect.delivery().equals(Delivery.WHOLE)) {
      request.setProperty(Delivery.PROPERTY, effect.delivery());
    }
    if (effect.before()) {
      request.abortWith(Response.noContent().build()); // nobody sees it: the connection is cut
    } else if (effect.limit() != null || effect.status() != null) {
      request.abortWith(answers.answer(exchange, fault));
    }
  }
}
