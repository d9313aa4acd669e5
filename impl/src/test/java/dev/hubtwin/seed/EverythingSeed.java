package dev.hubtwin.seed;

import dev.hubtwin.client.control.model.StateAccess;
import dev.hubtwin.client.control.model.StateAlertState;
import dev.hubtwin.client.control.model.StateBasePermission;
import dev.hubtwin.client.control.model.StateCampaignState;
import dev.hubtwin.client.control.model.StateDeliverTo;
import dev.hubtwin.client.control.model.StateLevel;
import dev.hubtwin.client.control.model.StatePrivacy;
import dev.hubtwin.client.control.model.StateRepositorySelection;
import dev.hubtwin.client.control.model.StateRole;
import dev.hubtwin.client.control.model.StateTeamRole;
import dev.hubtwin.client.control.model.StateTokenKind;
import dev.hubtwin.client.control.model.StateVia;
import dev.hubtwin.client.control.model.StateVisibility;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The seed {@code everything.yaml}, in Java. */
final class EverythingSeed {

    private EverythingSeed() {}

    static Seed everything() {
        Seed seed = Seed.of()
                .signedIn("olivia")
                .settings(settings -> settings.rateLimit(77)
                        .deliverTo(StateDeliverTo.PRIVATE)
                        .asyncConversion(Duration.ofSeconds(30))
                        .publicHookHostsOnly()
                        .publicUrl("https://twin.example.com")
                        .clock(Instant.parse("2026-02-03T04:05:06.789Z")))
                .user("olivia", EverythingSeed::olivia)
                .user("mike", mike -> mike.id(6))
                .user("nell", nell -> nell.id(7))
                .organization("acme", acme -> {
                    profile(acme);
                    policy(acme);
                    newPolicy(acme);
                    people(acme);
                    campaign(acme);
                })
                .organization("hush", hush -> hush.id(10).with("profile_was_set", true))
                .repository("acme/widgets", EverythingSeed::widgets)
                .repository("acme/gears", gears -> gears.id(12).visibility(StateVisibility.PRIVATE))
                .oauthApp(
                        "1e10",
                        app -> app.secret("007")
                                .name("Dashboards")
                                .with("url", "https://dashboards.example.com")
                                .callbackUrl("https://dashboards.example.com/cb"))
                .app("twin", "acme", EverythingSeed::twin)
                .manifestCode(
                        "42",
                        "acme",
                        code -> code.createdAt(day("2026-02-01")).used().manifest(manifest()));
        tokens(seed);
        return seed.counter("accounts", 31)
                .counter("teams", 32)
                .counter("repositories", 33)
                .counter("hooks", 34)
                .counter("apps", 35)
                .counter("installations", 36)
                .counter("tokens", 37)
                .counter("keys", 40)
                .put("counters", "campaigns", Map.of("acme", 38))
                .put("counters", "issues", Map.of("acme/widgets", 39));
    }

    private static Instant day(String date) {
        return Instant.parse(date + "T00:00:00Z");
    }

    private static void olivia(UserSeed olivia) {
        olivia.id(5)
                .with("node_id", "U_olivia")
                .name("Olivia")
                .email("olivia@example.com")
                .with("company", "Acme")
                .with("blog", "https://olivia.example.com")
                .with("location", "Lisbon")
                .with("bio", "Owns things")
                .with("hireable", true)
                .with("twitter_username", "olivia")
                .with("notification_email", "alerts@example.com")
                .siteAdmin()
                .with("followers", 1)
                .with("following", 2)
                .with("public_gists", 3)
                .withoutTwoFactor()
                .flagged()
                .formerLogins("olive")
                .add(
                        "keys",
                        Map.of(
                                "id",
                                8,
                                "title",
                                "Laptop",
                                "key",
                                "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5",
                                "verified",
                                false,
                                "read_only",
                                true,
                                "created_at",
                                day("2021-01-03")))
                .add("keys", Map.of("id", 9, "title", "Desk", "key", "ssh-rsa AAAAB3NzaC1yc2E="))
                .with("created_at", day("2021-01-01"))
                .with("updated_at", day("2021-01-02"));
    }

    private static void profile(OrganizationSeed acme) {
        acme.id(9)
                .with("node_id", "O_acme")
                .name("Acme")
                .description("Makers")
                .with("company", "Acme Inc.")
                .with("blog", "https://acme.example.com")
                .with("location", "Porto")
                .with("email", "hello@example.com")
                .with("billing_email", "billing@example.com")
                .with("twitter_username", "acme")
                .with("is_verified", true)
                .plan("team", 3)
                .put("plan", "space", 1)
                .put("plan", "private_repos", 2)
                .enterprise("acme-corp", "blog", "email")
                .with("public_gists", 4)
                .with("private_gists", 5)
                .with("followers", 6)
                .with("following", 7)
                .with("created_at", day("2021-02-01"))
                .with("updated_at", day("2021-02-02"))
                .with("archived_at", day("2021-02-03"));
    }

    private static void policy(OrganizationSeed acme) {
        acme.defaultPermission(StateBasePermission.NONE).requiresTwoFactor();
        List.of(
                        "has_organization_projects",
                        "has_repository_projects",
                        "members_can_create_repositories",
                        "members_can_create_public_repositories",
                        "members_can_create_private_repositories",
                        "members_can_create_internal_repositories",
                        "members_can_create_pages",
                        "members_can_create_public_pages",
                        "members_can_create_private_pages")
                .forEach(name -> acme.with(name, false));
    }

    private static void people(OrganizationSeed acme) {
        acme.member(
                        "olivia",
                        olivia -> olivia.role(StateRole.ADMIN).publicMember().with("converts_at", day("2026-03-02")))
                .member(
                        "mike",
                        mike -> mike.pending()
                                .invitedBy("olivia")
                                .invitedAt(day("2026-02-01"))
                                .into("none", StateTeamRole.MAINTAINER))
                .with(
                        "invitations",
                        List.of(
                                Map.of(
                                        "login",
                                        "nell",
                                        "role",
                                        "billing_manager",
                                        "invited_by",
                                        "olivia",
                                        "invited_at",
                                        day("2026-02-02")),
                                Map.of(
                                        "id",
                                        13,
                                        "email",
                                        "nobody@example.com",
                                        "role",
                                        "admin",
                                        "invited_by",
                                        "olivia",
                                        "invited_at",
                                        day("2026-01-02"),
                                        "teams",
                                        List.of(Map.of("team", "all", "role", "maintainer")),
                                        "failed_at",
                                        day("2026-01-09"))))
                .invitationSent("olivia", day("2026-02-01"))
                .invitationSent("olivia", day("2026-02-01"))
                .outsideCollaborators("mike")
                .billingManagers("mike")
                .blockedBy("mike")
                .team(
                        "all",
                        all -> all.id(3)
                                .with("node_id", "T_all")
                                .name("All")
                                .with("description", "Everybody")
                                .privacy(StatePrivacy.SECRET)
                                .with("permission", StateAccess.PUSH)
                                .parent("none")
                                .maintainers("olivia")
                                .repository("widgets", StateAccess.TRIAGE)
                                .with("created_at", day("2021-05-01"))
                                .with("updated_at", day("2021-05-02")))
                .team("none", none -> none.id(4))
                .securityManagers("all")
                .hook("http://127.0.0.1:9/", hook -> hook(hook.id(8)));
    }

    private static void hook(HookSeed hook) {
        hook.secret("0123")
                .contentType("json")
                .insecureSsl()
                .events("member", "*")
                .inactive()
                .with("created_by", "olivia")
                .oauthApp("1e10")
                .with("created_at", day("2021-03-01"))
                .with("updated_at", day("2021-03-02"));
    }

    private static void newPolicy(OrganizationSeed acme) {
        acme.with("members_can_fork_private_repositories", true)
                .with("web_commit_signoff_required", true)
                .with("advanced_security_enabled_for_new_repositories", true)
                .with("dependabot_alerts_enabled_for_new_repositories", true)
                .with("dependabot_security_updates_enabled_for_new_repositories", true)
                .with("dependency_graph_enabled_for_new_repositories", true)
                .with("secret_scanning_enabled_for_new_repositories", true)
                .with("secret_scanning_push_protection_enabled_for_new_repositories", true)
                .with("secret_scanning_push_protection_custom_link_enabled", true)
                .with("secret_scanning_push_protection_custom_link", "https://secrets.example.com")
                .with("secret_scanning_validity_checks_enabled", true)
                .with("deploy_keys_enabled_for_repositories", true)
                .with("members_can_delete_repositories", false)
                .with("members_can_change_repo_visibility", false)
                .with("members_can_invite_outside_collaborators", false)
                .with("members_can_delete_issues", true)
                .with("display_commenter_full_name_setting_enabled", true)
                .with("readers_can_create_discussions", false)
                .with("members_can_create_teams", false)
                .with("members_can_view_dependency_insights", false)
                .with("default_repository_branch", "trunk");
    }

    private static void campaign(OrganizationSeed acme) {
        acme.campaign(
                "One",
                one -> one.number(4)
                        .description("First")
                        .managers("mike", "olivia")
                        .teamManagers("none", "all")
                        .endsAt(day("2027-01-01"))
                        .with("contact_link", "mailto:security@example.com")
                        .state(StateCampaignState.CLOSED)
                        .alerts("widgets", 2, 7)
                        .issue("widgets", 12)
                        .with("created_at", day("2021-04-01"))
                        .with("updated_at", day("2021-04-02"))
                        .with("published_at", day("2021-04-03"))
                        .with("closed_at", day("2021-04-04")));
    }

    private static void widgets(RepositorySeed widgets) {
        widgets.id(11)
                .hook("http://127.0.0.1:9/widgets", hook -> hook(hook.id(9)))
                .with("node_id", "R_widgets")
                .visibility(StateVisibility.INTERNAL)
                .description("Widgets")
                .with("homepage", "https://widgets.example.com")
                .with("language", "Java")
                .with("mirror_url", "git://example.com/widgets")
                .with("default_branch", "trunk")
                .topics("b", "a")
                .with("template_repository", "acme/widgets")
                .forkOf("acme/gears")
                .with("has_discussions", true)
                .with("has_pull_requests", false)
                .with("pull_request_creation_policy", "collaborators")
                .with("allow_forking", false)
                .with("allow_update_branch", true)
                .with("use_squash_pr_title_as_default", true)
                .with("squash_merge_commit_title", "PR_TITLE")
                .with("squash_merge_commit_message", "BLANK")
                .with("merge_commit_title", "PR_TITLE")
                .with("merge_commit_message", "PR_BODY")
                .with("web_commit_signoff_required", true)
                .with("security_and_analysis", Map.of("secret_scanning", "enabled"))
                .with("custom_properties", Map.of("tags", List.of("a", "b"), "team", "core"))
                .with(
                        "license",
                        Map.of(
                                "key",
                                "mit",
                                "name",
                                "MIT License",
                                "spdx_id",
                                "MIT",
                                "url",
                                "https://x",
                                "node_id",
                                "L_mit",
                                "html_url",
                                "https://y"))
                .with("created_at", day("2021-05-01"))
                .with("updated_at", day("2021-05-02"))
                .with("pushed_at", day("2021-05-03"))
                .formerNames("gadgets")
                .formerFullNames("mike/widgets")
                .collaborator("mike", StateAccess.MAINTAIN)
                .contributor("mike", 12)
                .contributor("olivia", 3)
                .add(
                        "code_scanning_alerts",
                        Map.of("number", 2, "state", StateAlertState.DISMISSED, "in_progress", true))
                .add("code_scanning_alerts", Map.of("number", 7));
        List.of(
                        "fork",
                        "is_template",
                        "archived",
                        "disabled",
                        "has_pages",
                        "allow_auto_merge",
                        "delete_branch_on_merge")
                .forEach(name -> widgets.with(name, true));
        List.of(
                        "has_issues",
                        "has_projects",
                        "has_wiki",
                        "has_downloads",
                        "allow_rebase_merge",
                        "allow_squash_merge",
                        "allow_merge_commit")
                .forEach(name -> widgets.with(name, false));
        List<String> counts = List.of(
                "size",
                "forks_count",
                "stargazers_count",
                "watchers_count",
                "open_issues_count",
                "subscribers_count",
                "network_count");
        counts.forEach(name -> widgets.with(name, counts.indexOf(name) + 1));
    }

    private static void twin(AppSeed twin) {
        twin.id(12)
                .with("node_id", "A_twin")
                .name("Twin App")
                .with("description", "Watches")
                .with("external_url", "https://twin-app.example.com")
                .with("setup_url", "https://twin-app.example.com/setup")
                .with("setup_on_update", true)
                .privateApp()
                .client("Iv1.twin", "s")
                .callbackUrls("https://twin-app.example.com/cb")
                .keepUserTokens()
                .webhook("http://127.0.0.1:9/app", "w")
                .put("webhook", "insecure_ssl", "1")
                .put("webhook", "active", false)
                .permission("issues", StateLevel.WRITE)
                .permission("metadata", StateLevel.READ)
                .events("push")
                .add("single_file_paths", "b", "a")
                .with("created_at", day("2021-06-01"))
                .with("updated_at", day("2021-06-02"))
                .installedOn(
                        "acme",
                        on -> on.id(13)
                                .repositories("widgets")
                                .permission("issues", StateLevel.ADMIN)
                                .with("events", List.of())
                                .suspended("mike", StateVia.OWNER, day("2021-06-03"))
                                .with("created_at", day("2021-06-04"))
                                .with("updated_at", day("2021-06-05")))
                .installedOn(
                        "mike",
                        on -> on.id(14)
                                .with("repository_selection", StateRepositorySelection.SELECTED)
                                .suspended("mike", StateVia.APP, day("2021-06-03")));
    }

    private static Map<String, Object> manifest() {
        Map<String, Object> manifest = new HashMap<>();
        manifest.put("z", null);
        manifest.put("a", Arrays.asList(1, Map.of("b", "")));
        manifest.put("default_permissions", Map.of("x", Map.of("y", false)));
        return manifest;
    }

    private static void tokens(Seed seed) {
        seed.token(
                        "0x1F",
                        token -> token.id(21)
                                .user("olivia")
                                .scopes("repo", "admin:org")
                                .expiresAt(day("2027-01-01"))
                                .revoked()
                                .with("note", "true")
                                .with("note_url", "https://note.example.com")
                                .with("fingerprint", "1:30")
                                .with("created_at", day("2021-07-01"))
                                .with("updated_at", day("2021-07-02")))
                .token(
                        "gho_a",
                        StateTokenKind.OAUTH,
                        token -> token.id(22).user("olivia").scopes("user").oauthApp("1e10"))
                .token(
                        "github_pat_a",
                        StateTokenKind.FINE_GRAINED,
                        token -> token.id(23)
                                .user("olivia")
                                .resourceOwner("acme")
                                .permission("members", StateLevel.READ)
                                .repositories("widgets"))
                .token(
                        "ghu_a",
                        StateTokenKind.USER_TO_SERVER,
                        token -> token.id(24)
                                .user("olivia")
                                .app("twin")
                                .target("acme")
                                .permission("issues", StateLevel.READ)
                                .repositories("widgets")
                                .refreshToken("ghr_a", day("2099-01-01")))
                .token(
                        "ghs_a",
                        StateTokenKind.INSTALLATION,
                        token -> token.id(25)
                                .installation(13)
                                .permission("issues", StateLevel.READ)
                                .with("repositories", "all"));
    }
}
