package dev.hubtwin.internal.organizations;

import dev.hubtwin.internal.api.model.OrganizationUpdate;
import dev.hubtwin.internal.world.account.MemberPrivileges;
import dev.hubtwin.internal.world.account.MemberPrivileges.BasePermission;
import dev.hubtwin.internal.world.account.MemberPrivileges.CreationType;
import dev.hubtwin.internal.world.account.MemberPrivileges.RepositoryCreation;
import dev.hubtwin.internal.world.account.Profile;
import dev.hubtwin.internal.world.naming.WireName;
import java.util.ArrayList;
import java.util.List;
import org.openapitools.jackson.nullable.JsonNullable;

/** The body of a PATCH, laid over what an organization has: an absent member leaves it, null clears a text. */
record OrganizationPatch(OrganizationUpdate body) {

    /** The members that the body has, by their names. */
    List<String> fields() {
        List<String> fields = new ArrayList<>();
        add(fields, "billing_email", body.billingEmail().isPresent());
        add(fields, "company", body.company().isPresent());
        add(fields, "email", body.email().isPresent());
        add(fields, "twitter_username", body.twitterUsername().isPresent());
        add(fields, "location", body.location().isPresent());
        add(fields, "name", body.name().isPresent());
        add(fields, "description", body.description().isPresent());
        add(fields, "blog", body.blog().isPresent());
        add(fields, "has_organization_projects", body.hasOrganizationProjects() != null);
        add(fields, "has_repository_projects", body.hasRepositoryProjects() != null);
        add(fields, "default_repository_permission", body.defaultRepositoryPermission() != null);
        add(fields, "members_can_create_repositories", body.membersCanCreateRepositories() != null);
        add(fields, "members_can_create_internal_repositories", body.membersCanCreateInternalRepositories() != null);
        add(fields, "members_can_create_private_repositories", body.membersCanCreatePrivateRepositories() != null);
        add(fields, "members_can_create_public_repositories", body.membersCanCreatePublicRepositories() != null);
        add(fields, "members_allowed_repository_creation_type", body.membersAllowedRepositoryCreationType() != null);
        add(fields, "members_can_fork_private_repositories", body.membersCanForkPrivateRepositories() != null);
        return fields;
    }

    Profile of(Profile old) {
        return new Profile(
                text(body.name(), old.name()),
                text(body.description(), old.description()),
                text(body.company(), old.company()),
                text(body.blog(), old.blog()),
                text(body.location(), old.location()),
                text(body.email(), old.email()),
                text(body.billingEmail(), old.billingEmail()),
                text(body.twitterUsername(), old.twitterUsername()),
                old.wasSet());
    }

    MemberPrivileges of(MemberPrivileges old) {
        return new MemberPrivileges(
                body.defaultRepositoryPermission() == null
                        ? old.defaultRepositoryPermission()
                        : WireName.read(
                                BasePermission.class,
                                body.defaultRepositoryPermission().toString()),
                flag(body.hasOrganizationProjects(), old.hasOrganizationProjects()),
                flag(body.hasRepositoryProjects(), old.hasRepositoryProjects()),
                of(old.repositoryCreation()),
                old.pages(),
                old.twoFactorRequirementEnabled(),
                old.rights()
                        .forking(flag(
                                body.membersCanForkPrivateRepositories(),
                                old.rights().forkPrivateRepositories())));
    }

    /** The single older setting wins over the flags (R49). */
    private RepositoryCreation of(RepositoryCreation old) {
        RepositoryCreation flags = new RepositoryCreation(
                flag(body.membersCanCreateRepositories(), old.any()),
                flag(body.membersCanCreatePublicRepositories(), old.publicOnes()),
                flag(body.membersCanCreatePrivateRepositories(), old.privateOnes()),
                flag(body.membersCanCreateInternalRepositories(), old.internalOnes()));
        return body.membersAllowedRepositoryCreationType() == null
                ? flags
                : flags.as(WireName.read(
                        CreationType.class,
                        body.membersAllowedRepositoryCreationType().toString()));
    }

    private static void add(List<String> fields, String name, boolean present) {
        if (present) {
            fields.add(name);
        }
    }

    private static String text(JsonNullable<String> sent, String old) {
        return sent.isPresent() ? sent.get() : old;
    }

    private static boolean flag(Boolean sent, boolean old) {
        return sent == null ? old : sent;
    }
}
