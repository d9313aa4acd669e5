package dev.hubtwin.internal.contract.scenario;

import java.util.List;

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

    private OrganizationSettings() {}
}
