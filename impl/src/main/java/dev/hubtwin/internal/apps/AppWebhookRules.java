package dev.hubtwin.internal.apps;

import dev.hubtwin.internal.api.model.WebhookConfigUpdate;
import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.store.Change;
import dev.hubtwin.internal.webhooks.WebhookConfigs;
import dev.hubtwin.internal.webhooks.WebhookLimits;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.app.App;
import dev.hubtwin.internal.world.hook.Hook;
import java.time.Instant;
import java.util.Optional;

/** The rules of the webhook that an app has. */
final class AppWebhookRules {

    private AppWebhookRules() {}

    /**
     * The app with the id, which has a webhook.
     *
     * @throws ApiException 404 if it has none
     */
    static App find(World world, long id) {
        return Optional.of(AppLookup.find(world, id))
                .filter(app -> app.webhook() != null)
                .orElseThrow(ApiException::notFound);
    }

    /**
     * Changes where and how events of an app are delivered.
     *
     * @throws ApiException 404 if it has no webhook, 422 for an address that cannot be delivered to (R110)
     */
    static Change<Hook.Delivery> update(World world, long id, WebhookConfigUpdate body, Instant now) {
        App app = find(world, id);
        Hook.Delivery config = WebhookConfigs.updated(app.webhook().config(), body);
        if (config.equals(app.webhook().config())) {
            return new Change<>(world, config);
        }
        WebhookLimits.checkAddress(world, config.url());
        App changed = app.with(new App.Webhook(config, app.webhook().active()), now);
        return new Change<>(world.with(world.apps().with(changed)), config);
    }
}
