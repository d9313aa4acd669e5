package dev.hubtwin.internal.delivery;

import dev.hubtwin.internal.world.app.App;
import dev.hubtwin.internal.world.hook.Hook;
import dev.hubtwin.internal.world.hook.HookOwner;
import dev.hubtwin.internal.world.naming.WireName;

/**
 * A webhook that hears of something, as it was then.
 *
 * @param hook its id; that of an app has the app's
 * @param target the id of the organization, the repository or the app
 * @param installation the installation through which an app hears of it; null for an organization or a repository, and
 *     for an app itself
 */
public record Subscriber(Kind kind, long hook, long target, Long installation, Hook.Delivery config) {

    /** What a webhook belongs to, as {@code X-GitHub-Hook-Installation-Target-Type} names it. */
    public enum Kind implements WireName {
        ORGANIZATION,
        REPOSITORY,
        INTEGRATION;

        private static Kind of(HookOwner owner) {
            return owner.isRepository() ? REPOSITORY : ORGANIZATION;
        }
    }

    /** The webhook of an organization or a repository. */
    static Subscriber of(Hook hook) {
        return new Subscriber(Kind.of(hook.owner()), hook.id(), hook.owner().id(), null, hook.config());
    }

    /** A webhook, whatever has become of it: what is delivered to the same one is delivered in order. */
    public record Lane(Kind kind, long hook) {

        /** The webhook of an organization or a repository. */
        public static Lane of(Hook hook) {
            return new Lane(Kind.of(hook.owner()), hook.id());
        }

        /** The webhook of an app. */
        public static Lane of(App app) {
            return new Lane(Kind.INTEGRATION, app.id());
        }
    }

    Lane lane() {
        return new Lane(kind, hook);
    }
}
