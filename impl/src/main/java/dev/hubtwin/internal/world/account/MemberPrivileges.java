package dev.hubtwin.internal.world.account;

import dev.hubtwin.internal.world.naming.WireName;

/**
 * What members of an organization may do.
 *
 * @param defaultRepositoryPermission what members may do in repositories nobody gave them (R47)
 * @param repositoryCreation which repositories members may create
 * @param pages which sites members may publish
 * @param twoFactorRequirementEnabled a flag only (R41)
 * @param rights what is newer than the documents
 */
public record MemberPrivileges(
        BasePermission defaultRepositoryPermission,
        boolean hasOrganizationProjects,
        boolean hasRepositoryProjects,
        RepositoryCreation repositoryCreation,
        Pages pages,
        boolean twoFactorRequirementEnabled,
        MemberRights rights) {

    /** What members may do in every repository of their organization. */
    public enum BasePermission implements WireName {
        READ,
        WRITE,
        ADMIN,
        NONE
    }

    /** Which repositories members may create; internal ones need an enterprise (R44). */
    public record RepositoryCreation(boolean any, boolean publicOnes, boolean privateOnes, boolean internalOnes) {

        /**
         * The three flags as {@code members_allowed_repository_creation_type} reads them, internal ones ignored (R50).
         */
        public CreationType type() {
            if (!any || !publicOnes && !privateOnes) {
                return CreationType.NONE;
            }
            if (publicOnes && privateOnes) {
                return CreationType.ALL;
            }
            return publicOnes ? CreationType.PUBLIC : CreationType.PRIVATE;
        }

        /** Returns this with the flags that {@code type} stands for: it overrides them (R49). */
        public RepositoryCreation as(CreationType type) {
            boolean all = type == CreationType.ALL;
            return new RepositoryCreation(
                    type != CreationType.NONE,
                    all || type == CreationType.PUBLIC,
                    all || type == CreationType.PRIVATE,
                    internalOnes);
        }
    }

    /** The older, single setting in the place of three flags. */
    public enum CreationType implements WireName {
        ALL,
        PUBLIC,
        PRIVATE,
        NONE
    }

    /** Which sites members may publish. */
    public record Pages(boolean any, boolean publicOnes, boolean privateOnes) {}
}
