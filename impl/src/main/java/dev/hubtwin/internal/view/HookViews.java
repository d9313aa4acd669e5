package dev.hubtwin.internal.view;

import dev.hubtwin.internal.api.model.HookResponse;
import dev.hubtwin.internal.api.model.OrgHook;
import dev.hubtwin.internal.api.model.WebhookConfig;
import dev.hubtwin.internal.api.model.WebhookName;
import dev.hubtwin.internal.rest.Dialect;
import dev.hubtwin.internal.rest.Links;
import dev.hubtwin.internal.rest.Timestamps;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.account.Account;
import dev.hubtwin.internal.world.app.App;
import dev.hubtwin.internal.world.hook.Hook;
import dev.hubtwin.internal.world.repository.Repository;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * How webhooks look in answers and payloads: never with their secret.
 *
 * @param responses gives what became of the last delivery to a webhook
 */
public record HookViews(World world, Links links, Function<Hook, HookResponse> responses) {

    /** What stands for a secret (R112). */
    private static final String MASK = "********";

    /** The webhook of an organization. */
    public OrgHook ofOrganization(Hook hook) {
        String url = url(hook);
        return OrgHook.builder()
                .type("Organization")
                .id(hook.id())
                .name(WebhookName.WEB)
                .active(hook.active())
                .events(List.copyOf(hook.events()))
                .config(config(hook.config()))
                .updatedAt(Timestamps.utc(hook.updatedAt()))
                .createdAt(Timestamps.utc(hook.createdAt()))
                .url(url)
                .pingUrl(url + "/pings")
                .deliveriesUrl(deliveries(url))
                .build();
    }

    /** The webhook of a repository. */
    public dev.hubtwin.internal.api.model.Hook ofRepository(Hook hook) {
        String url = url(hook);
        return dev.hubtwin.internal.api.model.Hook.builder()
                .type("Repository")
                .id(hook.id())
                .name(WebhookName.WEB)
                .active(hook.active())
                .events(List.copyOf(hook.events()))
                .config(config(hook.config()))
                .updatedAt(Timestamps.utc(hook.updatedAt()))
                .createdAt(Timestamps.utc(hook.createdAt()))
                .url(url)
                .testUrl(url + "/test")
                .pingUrl(url + "/pings")
                .deliveriesUrl(deliveries(url))
                .lastResponse(responses.apply(hook))
                .build();
    }

    private String deliveries(String url) {
        return links.dialect() == Dialect.GITHUB_COM ? url + "/deliveries" : null;
    }

    /** Where one is (R116). */
    public String url(Hook hook) {
        return links.api(owner(hook) + "/hooks/" + hook.id());
    }

    private String owner(Hook hook) {
        if (hook.owner().isRepository()) {
            Repository repository =
                    world.repositories().repository(hook.owner().id()).orElseThrow();
            return "/repos/" + login(repository.ownerId()) + "/" + repository.name();
        }
        return "/orgs/" + login(hook.owner().id());
    }

    private String login(long account) {
        return world.accounts().account(account).map(Account::login).orElseThrow();
    }

    /** Where and how one is delivered. */
    public static WebhookConfig config(Hook.Delivery config) {
        return WebhookConfig.builder()
                .url(config.url())
                .contentType(config.contentType())
                .secret(config.secret() == null ? null : MASK)
                .insecureSsl(config.insecureSsl())
                .build();
    }

    /** The webhook of an app, which has the app's id. */
    public static Map<String, Object> ofApp(App app, Links links) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("type", "App");
        view.put("id", app.id());
        view.put("name", WebhookName.WEB.text());
        view.put("active", app.webhook().active());
        view.put("events", app.events());
        view.put("config", config(app.webhook().config()));
        view.put("updated_at", Timestamps.utc(app.updatedAt()));
        view.put("created_at", Timestamps.utc(app.createdAt()));
        view.put("app_id", app.id());
        view.put("deliveries_url", links.api("/app/hook/deliveries"));
        return view;
    }
}
