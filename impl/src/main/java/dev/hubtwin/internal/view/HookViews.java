package dev.hubtwin.internal.view;

import dev.hubtwin.internal.api.model.OrgHook;
import dev.hubtwin.internal.api.model.OrgHookConfig;
import dev.hubtwin.internal.api.model.OrgHookName;
import dev.hubtwin.internal.rest.Dialect;
import dev.hubtwin.internal.rest.Links;
import dev.hubtwin.internal.rest.Page;
import dev.hubtwin.internal.rest.Timestamps;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.app.App;
import dev.hubtwin.internal.world.hook.Hook;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How webhooks look in answers and payloads: never with their secret. */
public record HookViews(World world, Links links) {

    /** What stands for a secret (R112). */
    private static final String MASK = "********";

    /** One. */
    public OrgHook full(Hook hook) {
        String url = url(hook);
        return OrgHook.builder()
                .type("Organization")
                .id(hook.id())
                .name(OrgHookName.WEB)
                .active(hook.active())
                .events(List.copyOf(hook.events()))
                .config(config(hook.config()))
                .updatedAt(Timestamps.utc(hook.updatedAt()))
                .createdAt(Timestamps.utc(hook.createdAt()))
                .url(url)
                .pingUrl(url + "/pings")
                .deliveriesUrl(links.dialect() == Dialect.GITHUB_COM ? url + "/deliveries" : null)
                .build();
    }

    /** Several. */
    public List<OrgHook> all(Page<Long> ids) {
        return ids.map(id -> full(world.hooks().byId().get(id)));
    }

    /** Where one is (R116). */
    public String url(Hook hook) {
        String organization = world.accounts()
                .organization(hook.organizationId())
                .orElseThrow()
                .login();
        return links.api("/orgs/" + organization + "/hooks/" + hook.id());
    }

    private static OrgHookConfig config(Hook.Delivery config) {
        return OrgHookConfig.builder()
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
        view.put("name", OrgHookName.WEB.text());
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
