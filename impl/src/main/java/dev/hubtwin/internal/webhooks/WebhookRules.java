package dev.hubtwin.internal.webhooks;

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
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;

/** The rules of webhooks, whether the path names those of an organization or of a repository. */
final class WebhookRules {

    private WebhookRules() {}

    /** The webhooks of the named owner that the caller knows, as their ids (R106, R107). */
    static SortedIndex<Long> list(PathEntities named, Caller caller) {
        return named.world().hooks().knownTo(caller.oauthApp(), named.hookOwner());
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
    static Change<Hook> create(PathEntities named, Caller caller, WebhookValues values, Instant now) {
        World world = named.world();
        OptionalLong by = caller.user();
        World.Drawn drawn = world.draw(Counters.Kind.HOOKS);
        Hook hook = new Hook(
                drawn.id(),
                named.hookOwner(),
                values.config(),
                values.events(),
                values.active(),
                by.isPresent() ? by.getAsLong() : null,
                caller.oauthApp(),
                now,
                now);
        WebhookLimits.check(world, hook);
        World with = drawn.world().with(world.hooks().with(hook));
        return new Change<>(with, hook, List.of(WebhookEvents.ping(with, hook)));
    }

    /**
     * Changes a webhook (R118, R119).
     *
     * @param changed what to make of it
     * @throws ApiException 404 if the caller knows none, 422 as on making
     */
    static Change<Hook> update(PathEntities named, Function<Hook, WebhookValues> changed, Instant now) {
        World world = named.world();
        Hook old = find(named);
        WebhookValues values = changed.apply(old);
        Hook hook = old.with(values.config(), values.events(), values.active(), old.updatedAt());
        if (hook.equals(old)) {
            return new Change<>(world, old);
        }
        if (!hook.events().equals(old.events())
                || !hook.config().url().equals(old.config().url())) {
            WebhookLimits.check(world, hook);
        }
        Hook dated = hook.with(hook.config(), hook.events(), hook.active(), now);
        return new Change<>(world.with(world.hooks().with(dated)), dated);
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
}
