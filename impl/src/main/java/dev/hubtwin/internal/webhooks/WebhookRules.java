package dev.hubtwin.internal.webhooks;

import dev.hubtwin.internal.api.model.OrgHookConfigCreate;
import dev.hubtwin.internal.api.model.OrgHookConfigUpdate;
import dev.hubtwin.internal.api.model.OrgHookCreate;
import dev.hubtwin.internal.api.model.OrgHookUpdate;
import dev.hubtwin.internal.auth.Caller;
import dev.hubtwin.internal.event.WebhookEvents;
import dev.hubtwin.internal.exchange.PathEntities;
import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.store.Change;
import dev.hubtwin.internal.world.Counters;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.hook.Hook;
import dev.hubtwin.internal.world.index.SortedIndex;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/** The rules of webhooks. */
final class WebhookRules {

    private WebhookRules() {}

    /** The webhooks of the named organization that the caller knows, as their ids (R106, R107). */
    static SortedIndex<Long> list(PathEntities named, Caller caller) {
        return named.world().hooks().madeBy(named.organization().id(), caller.oauthApp());
    }

    /**
     * The named webhook.
     *
     * @throws ApiException 404 if there is none that the caller knows (R106, R107, R120)
     */
    static Hook find(PathEntities named) {
        return named.hook().orElseThrow(ApiException::notFound);
    }

    /**
     * Makes a webhook, and pings it (R108 to R117).
     *
     * @param caller who makes it: a user, or an app
     * @throws ApiException 422 for an address that cannot be delivered to, or for one webhook too many
     */
    static Change<Hook> create(PathEntities named, Caller caller, OrgHookCreate body, Instant now) {
        World world = named.world();
        OptionalLong by = caller.user();
        World.Drawn drawn = world.draw(Counters.Kind.HOOKS);
        Hook hook = new Hook(
                drawn.id(),
                named.organization().id(),
                config(body.config()),
                events(body.events()),
                body.active(),
                by.isPresent() ? by.getAsLong() : null,
                caller.oauthApp(),
                now,
                now);
        WebhookLimits.check(world, hook);
        World with = drawn.world().with(world.hooks().with(hook));
        return new Change<>(with, hook, List.of(WebhookEvents.ping(with, hook)));
    }

    /**
     * Changes what the body has of a webhook (R118, R119).
     *
     * @throws ApiException 404 if the caller knows none, 422 as on making
     */
    static Change<Hook> update(PathEntities named, OrgHookUpdate body, Instant now) {
        World world = named.world();
        Hook old = find(named);
        Hook.Delivery config = body.config() == null ? old.config() : config(body.config(), old.config());
        PVector<String> events = body.events() == null ? old.events() : events(body.events());
        boolean active = body.active() == null ? old.active() : body.active();
        if (old.equals(old.with(config, events, active, old.updatedAt()))) {
            return new Change<>(world, old);
        }
        Hook changed = old.with(config, events, active, now);
        if (!changed.events().equals(old.events())
                || !config.url().equals(old.config().url())) {
            WebhookLimits.check(world, changed);
        }
        return new Change<>(world.with(world.hooks().with(changed)), changed);
    }

    /**
     * Deletes a webhook (R121).
     *
     * @throws ApiException 404 if the caller knows none
     */
    static Change<Void> delete(PathEntities named) {
        World world = named.world();
        Hook hook = find(named);
        return new Change<>(
                world.with(world.hooks().without(hook.id())), null, List.of(WebhookEvents.hookDeleted(world, hook)));
    }

    /**
     * Pings a webhook (R122).
     *
     * @throws ApiException 404 if the caller knows none
     */
    static Change<Void> ping(PathEntities named) {
        return new Change<>(named.world(), null, List.of(WebhookEvents.ping(named.world(), find(named))));
    }

    private static Hook.Delivery config(OrgHookConfigCreate config) {
        return new Hook.Delivery(config.url(), config.contentType(), some(config.secret()), flag(config.insecureSsl()));
    }

    /** Without a secret it is removed (R118). */
    private static Hook.Delivery config(OrgHookConfigUpdate config, Hook.Delivery old) {
        return new Hook.Delivery(
                config.url(),
                config.contentType() == null ? old.contentType() : config.contentType(),
                some(config.secret()),
                config.insecureSsl() == null ? old.insecureSsl() : flag(config.insecureSsl()));
    }

    private static String some(String secret) {
        return secret == null || secret.isEmpty() ? null : secret;
    }

    /** One, as a number or a text, switches verification off; nothing else does (R113). */
    private static String flag(Object insecure) {
        boolean off = insecure instanceof Number number ? number.doubleValue() == 1 : insecure.equals("1");
        return off ? "1" : "0";
    }

    private static PVector<String> events(Collection<String> named) {
        return TreePVector.from(new LinkedHashSet<>(named));
    }
}
