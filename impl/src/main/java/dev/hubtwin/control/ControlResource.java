package dev.hubtwin.control;

import dev.hubtwin.apps.AppKeys;
import dev.hubtwin.control.api.ControlApi;
import dev.hubtwin.control.model.ClockChange;
import dev.hubtwin.control.model.FaultCreate;
import dev.hubtwin.control.model.Secrets;
import dev.hubtwin.control.model.SettingsChange;
import dev.hubtwin.control.model.Snapshot;
import dev.hubtwin.events.Mails;
import dev.hubtwin.events.Merged;
import dev.hubtwin.faults.Faults;
import dev.hubtwin.http.Contract;
import dev.hubtwin.http.EntityTag;
import dev.hubtwin.http.Exchange;
import dev.hubtwin.http.Page;
import dev.hubtwin.http.Realm;
import dev.hubtwin.http.Realms;
import dev.hubtwin.http.Refusal;
import dev.hubtwin.seed.Seeds;
import dev.hubtwin.traffic.Recorded;
import dev.hubtwin.world.AppKey;
import dev.hubtwin.world.Settings;
import dev.hubtwin.world.World;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** The operations of the tag {@code control}. What is no state is refused by {@link SeedRefusals}. */
public final class ControlResource implements ControlApi {

  private final Exchange exchange;
  private final Server server;
  private final Contract contract;

  /** Made by the server, once a request; {@code contract} is GitHub's. */
  @Inject
  public ControlResource(Exchange exchange, Contract contract) {
    this.exchange = exchange;
    this.server = new Server(exchange.site());
    this.contract = contract;
  }

  @Override
  public GetHealthResponse getHealth() {
    return new GetHealthResponse.Ok(server.health());
  }

  @Override
  public GetStateResponse getState(String secrets, String known) {
    World seen = exchange.world();
    EntityTag tag = exchange.tag(seen);
    if (tag.isIn(known)) {
      return new GetStateResponse.NotModified(tag.weak());
    }
    if (Secrets.MASKED.text().equals(secrets)) {
      return new GetStateResponse.Ok(Seeds.masked(seen), tag.weak());
    }
    World complete = complete(seen);
    return new GetStateResponse.Ok(Seeds.state(complete), exchange.tag(complete).weak());
  }

  private World complete(World seen) {
    Map<Long, AppKey> keys = AppKeys.drawMissing(seen);
    return keys.isEmpty() ? seen : exchange.become(world -> AppKeys.given(world, keys));
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
  public ListMailsResponse listMails(String to, String organization, String subject, Integer page, Integer perPage) {
    List<Mails.Sent> mails = exchange.surroundings().mails().all(new MailViews.Asked(to, organization, subject));
    Page<Mails.Sent> asked = Page.of(mails, page, perPage);
    return new ListMailsResponse.Ok(asked.map(MailViews::mail), exchange.links(asked));
  }

  @Override
  public ListFaultsResponse listFaults() {
    return new ListFaultsResponse.Ok(faults().all().stream().map(FaultViews::fault).toList());
  }

  @Override
  public AddFaultResponse addFault(FaultCreate body) {
    return new AddFaultResponse.Created(FaultViews.fault(faults().add(FaultForms.read(body, contract))));
  }

  @Override
  public ClearFaultsResponse clearFaults() {
    faults().clear();
    return new ClearFaultsResponse.NoContent();
  }

  @Override
  public RemoveFaultResponse removeFault(Long id) {
    if (!faults().remove(id)) {
      throw Refusal.of(404, "There is no fault " + id + ".");
    }
    return new RemoveFaultResponse.NoContent();
  }

  @Override
  public ListRequestsResponse listRequests(
      String operation, String method, String path, Integer status, String caller, Boolean matched, Long since,
      Integer page, Integer perPage) {
    RequestFilter filter = new RequestFilter(operation, method, path, status, caller, matched, since);
    Page<Recorded> asked = Page.of(exchange.surroundings().requests().all(filter), page, perPage);
    return new ListRequestsResponse.Ok(asked.map(recorded -> RequestViews.entry(recorded, contract)), exchange.links(asked));
  }

  @Override
  public ForgetRequestsResponse forgetRequests() {
    exchange.surroundings().requests().clear();
    return new ForgetRequestsResponse.NoContent();
  }

  @Override
  public ListDeliveriesResponse listDeliveries(String event, String status, Long hook, Long app, String guid, Long after) {
    DeliveryViews.Choice choice = new DeliveryViews.Choice(event, status, hook, app, guid, after);
    return new ListDeliveriesResponse.Ok(DeliveryViews.deliveries(exchange.surroundings().deliveries(), choice));
  }

  @Override
  public RedeliverResponse redeliver(Long id) {
    return new RedeliverResponse.Accepted(DeliveryViews.delivery(
        Redelivery.of(exchange.surroundings().deliveries(), id, exchange.now())));
  }

  private Faults faults() {
    return exchange.surroundings().faults();
  }
}
