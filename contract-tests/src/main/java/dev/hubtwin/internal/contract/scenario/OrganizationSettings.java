package dev.hubtwin.internal.contract.scenario;

import dev.hubtwin.internal.contract.config.Target;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can be set of an organization, typed from the documents once more. */
public final class OrganizationSettings {

    /** The texts. */
    public static final List<String> TEXTS =
            List.of("billing_email", "company", "email", "twitter_username", "location", "name", "description", "blog");

    /** The switches that are on or off by themselves. */
    public static final List<String> SWITCHES = List.of(
            "has_organization_projects",
            "has_repository_projects",
            "members_can_create_repositories",
            "members_can_create_public_repositories",
            "members_can_create_private_repositories");

    /** The switches that an enterprise server only knows in a preview (R43). */
    public static final List<String> PREVIEWED = List.of(
            "members_can_create_public_repositories",
            "members_can_create_private_repositories",
            "members_can_create_internal_repositories");

    /** What github.com tells owners and no document has. */
    public static final List<String> NEW = List.of(
            "members_can_fork_private_repositories",
            "web_commit_signoff_required",
            "advanced_security_enabled_for_new_repositories",
            "dependabot_alerts_enabled_for_new_repositories",
            "dependabot_security_updates_enabled_for_new_repositories",
            "dependency_graph_enabled_for_new_repositories",
            "secret_scanning_enabled_for_new_repositories",
            "secret_scanning_push_protection_enabled_for_new_repositories",
            "secret_scanning_push_protection_custom_link_enabled",
            "secret_scanning_push_protection_custom_link",
            "secret_scanning_validity_checks_enabled",
            "deploy_keys_enabled_for_repositories",
            "members_can_delete_repositories",
            "members_can_change_repo_visibility",
            "members_can_invite_outside_collaborators",
            "members_can_delete_issues",
            "display_commenter_full_name_setting_enabled",
            "readers_can_create_discussions",
            "members_can_create_teams",
            "members_can_view_dependency_insights",
            "default_repository_branch");

    /** What everybody sees. */
    public static final Set<String> PUBLIC = Set.of(
            "login",
            "id",
            "node_id",
            "url",
            "repos_url",
            "events_url",
            "hooks_url",
            "issues_url",
            "members_url",
            "public_members_url",
            "avatar_url",
            "description",
            "name",
            "company",
            "blog",
            "location",
            "email",
            "twitter_username",
            "is_verified",
            "has_organization_projects",
            "has_repository_projects",
            "public_repos",
            "public_gists",
            "followers",
            "following",
            "html_url",
            "created_at",
            "updated_at",
            "archived_at",
            "type");
    /** What owners see besides, without what is previewed or new. */
    private static final Set<String> PRIVATE = Set.of(
            "total_private_repos",
            "owned_private_repos",
            "private_gists",
            "disk_usage",
            "collaborators",
            "billing_email",
            "plan",
            "default_repository_permission",
            "members_can_create_repositories",
            "two_factor_requirement_enabled",
            "members_allowed_repository_creation_type",
            "members_can_create_pages",
            "members_can_create_public_pages",
            "members_can_create_private_pages");

    private OrganizationSettings() {}

    /** Returns what an owner of an organization sees of it, previews asked for. */
    public static Set<String> seenByOwners(Target target) {
        return Stream.of(PUBLIC, PRIVATE, PREVIEWED, target.enterprise() ? List.<String>of() : NEW)
                .flatMap(Collection::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
