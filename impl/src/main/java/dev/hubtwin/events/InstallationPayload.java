package dev.hubtwin.events;

import dev.hubtwin.http.Links;
import dev.hubtwin.http.Times;
import dev.hubtwin.meta.UserViews;
import dev.hubtwin.world.Account;
import dev.hubtwin.world.App;
import dev.hubtwin.world.Installation;
import dev.hubtwin.world.Installation.Suspension;
import dev.hubtwin.world.User;
import dev.hubtwin.world.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How an installation looks in payloads. */
record InstallationPayload(World world, Links links) {

  Map<String, Object> full(Installation one) {
    App app = world.apps().app(one.appId()).orElseThrow();
    Account account = world.accounts().account(one.accountId()).orElseThrow();
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("id", one.id());
    view.put("account", UserViews.simple(account, links));
    view.put("repository_selection", one.selection().all() ? "all" : "selected");
    view.put("access_tokens_url", links.api("/app/installations/" + one.id() + "/access_tokens"));
    view.put("repositories_url", links.api("/installation/repositories"));
    view.put("html_url", links.html(settings(account) + "/installations/" + one.id()));
    view.put("app_id", app.id());
    view.put("app_slug", app.slug());
    view.put("target_id", account.id());
    view.put("target_type", account instanceof User ? "User" : "Organization");
    view.put("permissions", one.permissions());
    view.put("events", one.events());
    view.put("created_at", Times.utc(one.createdAt()));
    view.put("updated_at", Times.utc(one.updatedAt()));
    addFiles(view, one.permissions().containsKey("single_file") ? List.copyOf(app.singleFilePaths()) : List.of());
    addSuspension(view, one.suspension());
    return view;
  }

  private static void addFiles(Map<String, Object> view, List<String> paths) {
    view.put("single_file_name", paths.isEmpty() ? null : paths.get(0));
    view.put("has_multiple_single_files", paths.size() > 1);
    view.put("single_file_paths", paths);
  }

  private void addSuspension(Map<String, Object> view, Suspension suspension) {
    view.put("suspended_by", suspension == null ? null
        : world.accounts().user(suspension.by()).map(user -> UserViews.simple(user, links)).orElse(null));
    view.put("suspended_at", suspension == null ? null : Times.utc(suspension.at()));
  }

  private static String settings(Account account) {
    return account instanceof User ? "/settings" : "/organizations/" + account.login() + "/settings";
  }
}
