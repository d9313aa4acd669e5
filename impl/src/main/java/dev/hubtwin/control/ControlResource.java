package dev.hubtwin.control;

import dev.hubtwin.control.api.ControlApi;
import dev.hubtwin.http.Exchange;
import dev.hubtwin.seed.Seeds;
import dev.hubtwin.world.World;
import jakarta.inject.Inject;

/** The operations of the tag {@code control}. What is no state is refused by {@link SeedRefusals}. */
public final class ControlResource implements ControlApi {

  private final Exchange exchange;
  private final Server server;

  @Inject
  public ControlResource(Exchange exchange, Server server) {
    this.exchange = exchange;
    this.server = server;
  }

  @Override
  public GetHealthResponse getHealth() {
    return new GetHealthResponse.Ok(server.health());
  }

  @Override
  public GetStateResponse getState() {
    return new GetStateResponse.Ok(Seeds.state(exchange.world()));
  }

  @Override
  public ReplaceStateResponse replaceState(String body) {
    World after = Seeds.read(body, exchange.contentType(), exchange.now());
    exchange.become(before -> after);
    return new ReplaceStateResponse.NoContent();
  }

  @Override
  public AddStateResponse addState(String body) {
    exchange.become(world -> Seeds.add(world, body, exchange.contentType(), exchange.now()));
    return new AddStateResponse.NoContent();
  }

  @Override
  public MergeStateResponse mergeState(String body) {
    exchange.become(world -> Seeds.merge(world, body, exchange.contentType(), exchange.now()));
    return new MergeStateResponse.NoContent();
  }

  @Override
  public ListMailsResponse listMails() {
    return new ListMailsResponse.Ok(server.mails());
  }

  @Override
  public ResetResponse reset() {
    server.reset();
    return new ResetResponse.NoContent();
  }
}
