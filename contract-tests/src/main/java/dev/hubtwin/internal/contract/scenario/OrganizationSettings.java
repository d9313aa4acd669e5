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

    private OrganizationSettings() {}
}
