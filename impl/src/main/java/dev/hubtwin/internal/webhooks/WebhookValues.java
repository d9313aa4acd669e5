package dev.hubtwin.internal.webhooks;

import dev.hubtwin.internal.api.model.HookCreate;
import dev.hubtwin.internal.api.model.HookUpdate;
import dev.hubtwin.internal.api.model.OrgHookCreate;
import dev.hubtwin.internal.api.model.OrgHookUpdate;
import dev.hubtwin.internal.api.model.WebhookConfigReplacement;
import dev.hubtwin.internal.api.model.WebhookConfigUpdate;
import dev.hubtwin.internal.world.hook.Hook;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * What a request makes of a webhook.
 *
 * @param events what it hears, each once (R114)
 * @param active whether anything but pings is sent (R115)
 */
record WebhookValues(Hook.Delivery config, PVector<String> events, boolean active) {

    /** A new one of an organization. */
    static WebhookValues made(OrgHookCreate body) {
        return new WebhookValues(WebhookConfigs.made(body.config()), once(body.events()), body.active());
    }

    /** A new one of a repository. */
    static WebhookValues made(HookCreate body) {
        return new WebhookValues(WebhookConfigs.made(body.config()), once(body.events()), body.active());
    }

    /** One of an organization with what the body has (R118, R119). */
    static WebhookValues updated(Hook old, OrgHookUpdate body) {
        return updated(old, body.config(), body.events(), body.active());
    }

    /** One of a repository with what the body has; events are added before any are removed. */
    static WebhookValues updated(Hook old, HookUpdate body) {
        Set<String> events = new LinkedHashSet<>(body.events() == null ? old.events() : body.events());
        events.addAll(body.addEvents() == null ? List.of() : body.addEvents());
        events.removeAll(body.removeEvents() == null ? List.of() : body.removeEvents());
        return updated(old, body.config(), events, body.active());
    }

    /** One with what the body has of its configuration. */
    static WebhookValues updated(Hook old, WebhookConfigUpdate body) {
        return new WebhookValues(WebhookConfigs.updated(old.config(), body), old.events(), old.active());
    }

    private static WebhookValues updated(
            Hook old, WebhookConfigReplacement config, Collection<String> events, Boolean active) {
        return new WebhookValues(
                config == null ? old.config() : WebhookConfigs.replaced(old.config(), config),
                events == null ? old.events() : once(events),
                active == null ? old.active() : active);
    }

    private static PVector<String> once(Collection<String> events) {
        return TreePVector.from(new LinkedHashSet<>(events));
    }
}
