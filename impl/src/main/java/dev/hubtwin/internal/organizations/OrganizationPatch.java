package dev.hubtwin.internal.organizations;

import dev.hubtwin.internal.api.model.OrganizationUpdate;
import dev.hubtwin.internal.world.account.MemberPrivileges;
import dev.hubtwin.internal.world.account.MemberPrivileges.BasePermission;
import dev.hubtwin.internal.world.account.MemberPrivileges.CreationType;
import dev.hubtwin.internal.world.account.MemberPrivileges.RepositoryCreation;
import dev.hubtwin.internal.world.account.Organization;
import dev.hubtwin.internal.world.account.Profile;
import dev.hubtwin.internal.world.naming.WireName;
import org.openapitools.jackson.nullable.JsonNullable;

/** The body of a PATCH, laid over what an organization has: an absent member leaves it, null clears a text. */
record OrganizationPatch(OrganizationUpdate body) {

    /** Whether the body says something about which repositories members may create. */
    boolean choosesRepositoryCreation() {
        return body.membersCanCreateRepositories() != null
                || body.membersCanCreatePublicRepositories() != null
                || body.membersCanCreatePrivateRepositories() != null
                || body.membersCanCreateInternalRepositories() != null
                || body.membersAllowedRepositoryCreationType() != null;
    }

    /** Returns an organization with what the body has. */
    Organization of(Organization old) {
        return old.with(of(old.profile())).with(of(old.policy()));
    }

    private Profile of(Profile old) {
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

    private MemberPrivileges of(MemberPrivileges old) {
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

    private static String text(JsonNullable<String> sent, String old) {
        return sent.isPresent() ? sent.get() : old;
    }

    private static boolean flag(Boolean sent, boolean old) {
        return sent == null ? old : sent;
    }
}
