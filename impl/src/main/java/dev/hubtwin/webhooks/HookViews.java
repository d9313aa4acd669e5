package dev.hubtwin.webhooks;

import dev.hubtwin.api.model.OrgHook;
import dev.hubtwin.api.model.OrgHookConfig;
import dev.hubtwin.api.model.OrgHookName;
import dev.hubtwin.api.model.WebhookConfigContentType;
import dev.hubtwin.http.Dialect;
import dev.hubtwin.http.Links;
import dev.hubtwin.http.Page;
import dev.hubtwin.http.Times;
import dev.hubtwin.world.App;
import dev.hubtwin.world.Hook;
import dev.hubtwin.world.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How webhooks look in answers and payloads: never with their secret. */
public record HookViews(World world, Links links) {

  /** What stands for a secret (R112). */
  static final String MASK = "********";

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
        .updatedAt(Times.utc(hook.updatedAt()))
        .createdAt(Times.utc(hook.createdAt()))
        .url(url)
        .pingUrl(url + "/pings")
        .deliveriesUrl(links.dialect() == Dialect.GITHUB_COM ? url + "/deliveries" : null)
        .build();
  }

  /** Several. */
  List<OrgHook> all(Page<Long> ids) {
    return ids.map(id -> full(world.hooks().byId().get(id)));
  }

  /** Where one is (R116). */
  String url(Hook hook) {
    String organization = world.accounts().organization(hook.organizationId()).orElseThrow().login();
    return links.api("/orgs/" + organization + "/hooks/" + hook.id());
  }

  private static OrgHookConfig config(Hook.Delivery config) {
    return OrgHookConfig.builder()
        .url(config.url())
        .contentType(WebhookConfigContentType.of(config.contentType()))
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
    view.put("updated_at", Times.utc(app.updatedAt()));
    view.put("created_at", Times.utc(app.createdAt()));
    view.put("app_id", app.id());
    view.put("deliveries_url", links.api("/app/hook/deliveries"));
    return view;
  }
}
