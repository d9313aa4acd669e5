package dev.hubtwin.internal.seed.mapping;

import dev.hubtwin.internal.control.model.StateAppWebhook;
import dev.hubtwin.internal.control.model.StateHook;
import dev.hubtwin.internal.control.model.StateHookConfig;
import dev.hubtwin.internal.control.model.StateInsecureSsl;
import dev.hubtwin.internal.seed.document.DocumentPath;
import dev.hubtwin.internal.world.app.App;
import dev.hubtwin.internal.world.hook.Hook;
import dev.hubtwin.internal.world.hook.HookOwner;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.pcollections.TreePVector;

/** A webhook of an organization or a repository, in and out, and that of an app. */
final class HookMapper {

    private static final List<String> PUSH = List.of("push");

    private HookMapper() {}

    static Hook read(StateHook hook, long id, HookOwner owner, ReferenceResolver names, DocumentPath place) {
        Instant created = Values.created(hook.createdAt());
        StateHookConfig config = hook.config();
        return new Hook(
                id,
                owner,
                new Hook.Delivery(
                        config.url(),
                        config.contentType(),
                        config.secret(),
                        config.insecureSsl().text()),
                TreePVector.from(Values.or(hook.events(), PUSH)),
                hook.active(),
                names.userOrNull(hook.createdBy(), place.at("created_by")),
                hook.oauthApp() == null ? null : names.oauthApp(hook.oauthApp(), place.at("oauth_app")),
                created,
                Values.instant(hook.updatedAt(), created));
    }

    static StateHook write(Hook hook, ReferenceResolver names) {
        Hook.Delivery config = hook.config();
        return StateHook.builder()
                .id(hook.id())
                .config(StateHookConfig.builder()
                        .url(config.url())
                        .contentType(config.contentType())
                        .secret(config.secret())
                        .insecureSsl(StateInsecureSsl.of(config.insecureSsl()))
                        .build())
                .events(Values.unless(new ArrayList<>(hook.events()), PUSH))
                .active(hook.active())
                .createdBy(names.loginOrNull(hook.createdBy()))
                .oauthApp(hook.oauthApp())
                .createdAt(Values.created(hook.createdAt()))
                .updatedAt(Values.time(hook.updatedAt(), hook.createdAt()))
                .build();
    }

    static App.Webhook read(StateAppWebhook hook) {
        return hook == null
                ? null
                : new App.Webhook(
                        new Hook.Delivery(
                                hook.url(),
                                hook.contentType(),
                                hook.secret(),
                                hook.insecureSsl().text()),
                        hook.active());
    }

    static StateAppWebhook write(App.Webhook hook) {
        return hook == null
                ? null
                : StateAppWebhook.builder()
                        .url(hook.config().url())
                        .contentType(hook.config().contentType())
                        .secret(hook.config().secret())
                        .insecureSsl(StateInsecureSsl.of(hook.config().insecureSsl()))
                        .active(hook.active())
                        .build();
    }
}
