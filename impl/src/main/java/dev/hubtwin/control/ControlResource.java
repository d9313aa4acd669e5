package dev.hubtwin.control;

import dev.hubtwin.control.api.ControlApi;
import dev.hubtwin.control.model.ClockChange;
import dev.hubtwin.control.model.SettingsChange;
import dev.hubtwin.control.model.Snapshot;
import dev.hubtwin.events.Merged;
import dev.hubtwin.http.Exchange;
import dev.hubtwin.http.Realm;
import dev.hubtwin.http.Realms;
import dev.hubtwin.seed.Seeds;
import dev.hubtwin.world.Settings;
import dev.hubtwin.world.World;
import jakarta.inject.Inject;
import java.util.List;

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
  public MergeStateResponse mergeState(Boolean events, String body) {
    exchange.become(
        world -> Seeds.merge(world, body, exchange.contentType(), exchange.now()),
        (before, after) -> events ? Merged.events(before, after) : List.of());
    return new MergeStateResponse.NoContent();
  }

  @Override
  public ResetResponse reset() {
    exchange.realm().reset();
    return new ResetResponse.NoContent();
  }

  @Override
  public ListWorldsResponse listWorlds() {
    return new ListWorldsResponse.Ok(WorldViews.worlds(server.realms(), exchange.links()));
  }

  @Override
  public ForkWorldResponse forkWorld(String world, String from) {
    Realms.Forked forked = server.fork(world, from, exchange.realm());
    dev.hubtwin.control.model.World view = WorldViews.world(forked.realm(), exchange.links());
    return forked.again() ? new ForkWorldResponse.Ok(view) : new ForkWorldResponse.Created(view);
  }

  @Override
  public DropWorldResponse dropWorld(String world) {
    server.drop(world);
    return new DropWorldResponse.NoContent();
  }

  @Override
  public ListSnapshotsResponse listSnapshots() {
    return new ListSnapshotsResponse.Ok(WorldViews.snapshots(exchange.realm()));
  }

  @Override
  public TakeSnapshotResponse takeSnapshot(String name) {
    Realm.Snapshot taken = new Realm.Snapshot(exchange.world(), exchange.now());
    boolean again = exchange.realm().snapshots().put(name, taken) != null;
    Snapshot view = WorldViews.snapshot(name, taken);
    return again ? new TakeSnapshotResponse.Ok(view) : new TakeSnapshotResponse.Created(view);
  }

  @Override
  public DeleteSnapshotResponse deleteSnapshot(String name) {
    exchange.realm().forget(name);
    return new DeleteSnapshotResponse.NoContent();
  }

  @Override
  public RestoreSnapshotResponse restoreSnapshot(String name) {
    World restored = exchange.realm().snapshot(name).world();
    exchange.become(before -> restored);
    return new RestoreSnapshotResponse.NoContent();
  }

  @Override
  public GetClockResponse getClock() {
    return new GetClockResponse.Ok(Clocks.view(exchange.world().settings().clock(), exchange.system()));
  }

  @Override
  public SetClockResponse setClock(ClockChange body) {
    World changed = exchange.become(world -> {
      Settings settings = world.settings();
      return world.with(settings.with(Clocks.changed(settings.clock(), body, exchange.system())));
    });
    return new SetClockResponse.Ok(Clocks.view(changed.settings().clock(), exchange.system()));
  }

  @Override
  public GetSettingsResponse getSettings() {
    return new GetSettingsResponse.Ok(SettingsChanges.view(exchange.world().settings()));
  }

  @Override
  public ChangeSettingsResponse changeSettings(SettingsChange body) {
    World changed = exchange.become(world -> world.with(SettingsChanges.changed(world.settings(), body)));
    return new ChangeSettingsResponse.Ok(SettingsChanges.view(changed.settings()));
  }

  @Override
  public ListDeliveriesResponse listDeliveries(String event, String status, Long hook, Long app, String guid, Long after) {
    DeliveryViews.Choice choice = new DeliveryViews.Choice(event, status, hook, app, guid, after);
    return new ListDeliveriesResponse.Ok(DeliveryViews.deliveries(exchange.surroundings().deliveries(), choice));
  }

  @Override
  public RedeliverResponse redeliver(Long number) {
    return new RedeliverResponse.Accepted(DeliveryViews.delivery(
        Redelivery.of(exchange.surroundings().deliveries(), number, exchange.now())));
  }

  @Override
  public ListMailsResponse listMails() {
    return new ListMailsResponse.Ok(MailViews.mails(exchange.surroundings().mails()));
  }
}
