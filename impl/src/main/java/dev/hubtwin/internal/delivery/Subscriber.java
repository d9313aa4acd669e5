package dev.hubtwin.internal.delivery;

import dev.hubtwin.internal.world.hook.Hook;
import dev.hubtwin.internal.world.naming.WireName;

/**
 * A webhook that hears of something, as it was then.
 *
 * @param hook its id; that of an app has the app's
 * @param target the id of the organization, or of the app
 * @param installation the installation through which an app hears of it; null for an organization, and for an app
 *     itself
 */
public record Subscriber(Kind kind, long hook, long target, Long installation, Hook.Delivery config) {

    /** What a webhook belongs to, as {@code X-GitHub-Hook-Installation-Target-Type} names it. */
    public enum Kind implements WireName {
        ORGANIZATION,
        INTEGRATION
    }

    /** What is delivered to the same webhook is delivered in order. */
    record Lane(Kind kind, long hook) {}

    Lane lane() {
        return new Lane(kind, hook);
    }
}
