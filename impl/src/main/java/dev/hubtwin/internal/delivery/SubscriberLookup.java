package dev.hubtwin.internal.delivery;

import dev.hubtwin.internal.auth.PermissionLevel;
import dev.hubtwin.internal.event.Audience;
import dev.hubtwin.internal.event.Audience.OneApp;
import dev.hubtwin.internal.event.Audience.OneHook;
import dev.hubtwin.internal.event.Audience.OneInstallation;
import dev.hubtwin.internal.event.Audience.Subscribers;
import dev.hubtwin.internal.event.EventType;
import dev.hubtwin.internal.event.WebhookEvent;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.app.App;
import dev.hubtwin.internal.world.app.Installation;
import dev.hubtwin.internal.world.hook.Hook;
import dev.hubtwin.internal.world.hook.HookOwner;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which webhooks hear of something: those of organizations and repositories first, then those of apps, each by ids. */
final class SubscriberLookup {

    private static final String EVERYTHING = "*";

    private final WebhookEvent what;
    private final World world;

    private SubscriberLookup(WebhookEvent what) {
        this.what = what;
        this.world = what.world();
    }

    /** The cost is that of the webhooks that hear of it, and of the apps that are installed on the account. */
    static List<Subscriber> of(WebhookEvent what) {
        SubscriberLookup receivers = new SubscriberLookup(what);
        Audience audience = what.audience();
        if (audience instanceof Subscribers subscribers) {
            return receivers.subscribers(subscribers.repository());
        }
        if (audience instanceof OneHook one) {
            return receivers.hook(receivers.world.hooks().byId().get(one.id())).toList();
        }
        return (audience instanceof OneInstallation one
                        ? receivers
                                .world
                                .apps()
                                .installations()
                                .installation(one.id())
                                .flatMap(receivers::itself)
                        : receivers.world.apps().app(((OneApp) audience).id()).flatMap(app -> receivers.app(app, null)))
                .stream().toList();
    }

    private List<Subscriber> subscribers(Long repository) {
        Set<Long> hooks = new TreeSet<>(listening(HookOwner.organization(what.account())));
        if (repository != null && what.topic().isOfRepositories()) {
            hooks.addAll(listening(HookOwner.repository(repository)));
        }
        List<Subscriber> receivers = new ArrayList<>();
        hooks.forEach(id -> hook(world.hooks().byId().get(id)).forEach(receivers::add));
        for (Long id : world.apps().installations().onAccount(what.account()).elements()) {
            Installation one = world.apps().installations().installation(id).orElseThrow();
            if (hears(one, repository)) {
                app(world.apps().app(one.appId()).orElseThrow(), one.id()).ifPresent(receivers::add);
            }
        }
        return receivers;
    }

    private Set<Long> listening(HookOwner owner) {
        Set<Long> hooks = new HashSet<>(
                world.hooks().listening(owner, what.topic().word()).elements());
        hooks.addAll(world.hooks().listening(owner, EVERYTHING).elements());
        return hooks;
    }

    private boolean hears(Installation one, Long repository) {
        String level = one.permissions().get(what.topic().permission());
        return one.suspension() == null
                && one.events().contains(what.topic().word())
                && level != null
                && PermissionLevel.of(level).suffices(PermissionLevel.READ)
                && (repository == null || one.selection().includes(repository));
    }

    /** A ping is sent to any webhook, anything else only to an active one that subscribed to it (R115, R122). */
    private Stream<Subscriber> hook(Hook hook) {
        boolean hears = hook.active()
                && (hook.events().contains(what.topic().word()) || hook.events().contains(EVERYTHING));
        return hears || what.topic() == EventType.PING ? Stream.of(Subscriber.of(hook)) : Stream.empty();
    }

    /** What becomes of an installation its app hears unasked; while it is suspended, only whether it is (R143). */
    private Optional<Subscriber> itself(Installation one) {
        return one.suspension() == null || what.topic() == EventType.INSTALLATION
                ? app(world.apps().app(one.appId()).orElseThrow(), one.id())
                : Optional.empty();
    }

    private Optional<Subscriber> app(App app, Long installation) {
        return Optional.ofNullable(app.webhook())
                .filter(webhook -> webhook.active() || what.topic() == EventType.PING)
                .map(webhook -> new Subscriber(
                        Subscriber.Kind.INTEGRATION, app.id(), app.id(), installation, webhook.config()));
    }
}
