package dev.hubtwin.internal.control;

import dev.hubtwin.internal.apps.AppKeys;
import dev.hubtwin.internal.control.api.ControlApi;
import dev.hubtwin.internal.control.model.ApprovalCreate;
import dev.hubtwin.internal.control.model.ClockChange;
import dev.hubtwin.internal.control.model.FaultCreate;
import dev.hubtwin.internal.control.model.Secrets;
import dev.hubtwin.internal.control.model.SettingsChange;
import dev.hubtwin.internal.control.model.Snapshot;
import dev.hubtwin.internal.delivery.MailLog;
import dev.hubtwin.internal.exchange.RequestContext;
import dev.hubtwin.internal.faults.Faults;
import dev.hubtwin.internal.hosting.HostedWorld;
import dev.hubtwin.internal.hosting.WorldRegistry;
import dev.hubtwin.internal.openapi.ApiDescription;
import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.rest.EntityTag;
import dev.hubtwin.internal.rest.Page;
import dev.hubtwin.internal.seed.SeedCodec;
import dev.hubtwin.internal.traffic.LoggedRequest;
import dev.hubtwin.internal.world.Settings;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.app.AppKey;
import java.util.List;
import java.util.Map;

/** The operations of the tag {@code control}. What is not a state document is refused by {@link SeedRefusals}. */
public final class ControlResource implements ControlApi {

    private final RequestContext exchange;
    private final WorldManagement server;
    private final ApiDescription contract;

    /** Made by the server, once a request; {@code contract} is GitHub's. */
    public ControlResource(RequestContext exchange, ApiDescription contract) {
        this.exchange = exchange;
        this.server = new WorldManagement(exchange.server());
        this.contract = contract;
    }

    @Override
    public GetHealthResponse getHealth() {
        return new GetHealthResponse.Ok(server.health());
    }

    @Override
    public GetMetricsResponse getMetrics() {
        return new GetMetricsResponse.Ok(exchange.server().metrics().text());
    }

    @Override
    public GetStateResponse getState(String secrets, String known) {
        World seen = exchange.world();
        EntityTag tag = exchange.tag(seen);
        if (tag.isIn(known)) {
            return new GetStateResponse.NotModified(tag.weak());
        }
        if (Secrets.MASKED.text().equals(secrets)) {
            return new GetStateResponse.Ok(SeedCodec.masked(seen), tag.weak());
        }
        World complete = complete(seen);
        return new GetStateResponse.Ok(
                SeedCodec.state(complete), exchange.tag(complete).weak());
    }

    private World complete(World seen) {
        Map<Long, AppKey> keys = AppKeys.drawMissing(seen);
        return keys.isEmpty() ? seen : exchange.hostedWorld().give(keys);
    }

    @Override
    public ReplaceStateResponse replaceState(String body) {
        World after = SeedCodec.read(body, exchange.contentType(), exchange.now());
        exchange.become(before -> after);
        return new ReplaceStateResponse.NoContent();
    }

    @Override
    public AddStateResponse addState(String body) {
        exchange.become(world -> SeedCodec.add(world, body, exchange.contentType(), exchange.now()));
        return new AddStateResponse.NoContent();
    }

    @Override
    public MergeStateResponse mergeState(Boolean events, String body) {
        if (events) {
            exchange.merge(world -> SeedCodec.merged(world, body, exchange.contentType(), exchange.now()));
        } else {
            exchange.become(world -> SeedCodec.merge(world, body, exchange.contentType(), exchange.now()));
        }
        return new MergeStateResponse.NoContent();
    }

    @Override
    public ResetResponse reset() {
        exchange.hostedWorld().reset();
        return new ResetResponse.NoContent();
    }

    @Override
    public ApproveSignInResponse approveSignIn(ApprovalCreate body) {
        return new ApproveSignInResponse.Ok(
                new SignInApproval(exchange.world(), exchange.runtime().signIns(), exchange.now()).decide(body));
    }

    @Override
    public ListWorldsResponse listWorlds() {
        return new ListWorldsResponse.Ok(WorldViews.worlds(server.realms(), exchange.links()));
    }

    @Override
    public ForkWorldResponse forkWorld(String world, String from) {
        WorldRegistry.Forked forked = server.fork(world, from, exchange.hostedWorld());
        dev.hubtwin.internal.control.model.World view = WorldViews.world(forked.world(), exchange.links());
        return forked.again() ? new ForkWorldResponse.Ok(view) : new ForkWorldResponse.Created(view);
    }

    @Override
    public DropWorldResponse dropWorld(String world) {
        server.drop(world);
        return new DropWorldResponse.NoContent();
    }

    @Override
    public ListSnapshotsResponse listSnapshots() {
        return new ListSnapshotsResponse.Ok(WorldViews.snapshots(exchange.hostedWorld()));
    }

    @Override
    public TakeSnapshotResponse takeSnapshot(String name) {
        HostedWorld.Snapshot taken = new HostedWorld.Snapshot(exchange.world(), exchange.now());
        boolean again = exchange.hostedWorld().keep(name, taken);
        Snapshot view = WorldViews.snapshot(name, taken);
        return again ? new TakeSnapshotResponse.Ok(view) : new TakeSnapshotResponse.Created(view);
    }

    @Override
    public DeleteSnapshotResponse deleteSnapshot(String name) {
        exchange.hostedWorld().forget(name);
        return new DeleteSnapshotResponse.NoContent();
    }

    @Override
    public RestoreSnapshotResponse restoreSnapshot(String name) {
        World restored = exchange.hostedWorld().snapshot(name).world();
        exchange.become(before -> restored);
        return new RestoreSnapshotResponse.NoContent();
    }

    @Override
    public GetClockResponse getClock() {
        return new GetClockResponse.Ok(
                ClockControl.view(exchange.world().settings().clock(), exchange.system()));
    }

    @Override
    public SetClockResponse setClock(ClockChange body) {
        World changed = exchange.become(world -> {
            Settings settings = world.settings();
            return world.with(settings.with(ClockControl.changed(settings.clock(), body, exchange.system())));
        });
        return new SetClockResponse.Ok(ClockControl.view(changed.settings().clock(), exchange.system()));
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
        List<MailLog.Sent> mails = exchange.runtime().mails().all(new MailViews.Asked(to, organization, subject));
        Page<MailLog.Sent> asked = Page.of(mails, page, perPage);
        return new ListMailsResponse.Ok(asked.map(MailViews::mail), exchange.links(asked));
    }

    @Override
    public ListFaultsResponse listFaults() {
        return new ListFaultsResponse.Ok(
                faults().all().stream().map(FaultViews::fault).toList());
    }

    @Override
    public AddFaultResponse addFault(FaultCreate body) {
        return new AddFaultResponse.Created(FaultViews.fault(faults().add(FaultParser.read(body, contract))));
    }

    @Override
    public ClearFaultsResponse clearFaults() {
        faults().clear();
        return new ClearFaultsResponse.NoContent();
    }

    @Override
    public RemoveFaultResponse removeFault(Long id) {
        if (!faults().remove(id)) {
            throw ApiException.of(404, "There is no fault " + id + ".");
        }
        return new RemoveFaultResponse.NoContent();
    }

    @Override
    public ListRequestsResponse listRequests(
            String operation,
            String method,
            String path,
            Integer status,
            String caller,
            Boolean matched,
            Long since,
            Integer page,
            Integer perPage) {
        RequestFilter filter = new RequestFilter(operation, method, path, status, caller, matched, since);
        Page<LoggedRequest> asked = Page.of(exchange.runtime().requests().all(filter), page, perPage);
        return new ListRequestsResponse.Ok(
                asked.map(recorded -> RequestViews.entry(recorded, contract)), exchange.links(asked));
    }

    @Override
    public ForgetRequestsResponse forgetRequests() {
        exchange.runtime().requests().clear();
        return new ForgetRequestsResponse.NoContent();
    }

    @Override
    public ListDeliveriesResponse listDeliveries(
            String event, String status, Long hook, Long app, String guid, Long after) {
        DeliveryViews.Choice choice = new DeliveryViews.Choice(event, status, hook, app, guid, after);
        return new ListDeliveriesResponse.Ok(
                DeliveryViews.deliveries(exchange.runtime().deliveries(), choice));
    }

    @Override
    public RedeliverResponse redeliver(Long id) {
        return new RedeliverResponse.Accepted(
                DeliveryViews.delivery(Redelivery.of(exchange.runtime().deliveries(), id, exchange.now())));
    }

    private Faults faults() {
        return exchange.runtime().faults();
    }
}
