package dev.hubtwin.control;

import dev.hubtwin.control.api.ControlApi;
import dev.hubtwin.seed.Seeds;
import dev.hubtwin.world.World;
import jakarta.inject.Inject;

/** The operations of the tag {@code control}. What is no state is refused by {@link SeedRefusals}. */
public final class ControlResource implements ControlApi {

  private final Controlled controlled;

  @Inject
  public ControlResource(Controlled controlled) {
    this.controlled = controlled;
  }

  @Override
  public GetHealthResponse getHealth() {
    return new GetHealthResponse.Ok(controlled.health());
  }

  @Override
  public GetStateResponse getState() {
    return new GetStateResponse.Ok(Seeds.state(controlled.world()));
  }

  @Override
  public ReplaceStateResponse replaceState(String body) {
    World after = Seeds.read(body, controlled.contentType(), controlled.now());
    controlled.change(before -> after, false);
    return new ReplaceStateResponse.NoContent();
  }

  @Override
  public AddStateResponse addState(String body) {
    controlled.change(world -> Seeds.add(world, body, controlled.contentType(), controlled.now()), false);
    return new AddStateResponse.NoContent();
  }

  @Override
  public MergeStateResponse mergeState(Boolean events, String body) {
    controlled.change(world -> Seeds.merge(world, body, controlled.contentType(), controlled.now()), events);
    return new MergeStateResponse.NoContent();
  }

  @Override
  public ResetResponse reset() {
    controlled.reset();
    return new ResetResponse.NoContent();
  }
}
