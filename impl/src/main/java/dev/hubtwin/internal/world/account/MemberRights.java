package dev.hubtwin.internal.world.account;

/**
 * What members of an organization may do besides, newer than the documents.
 *
 * @param startDiscussions whether who may only read may start discussions
 * @param seeFullNames whether members see the full names of those who comment
 */
public record MemberRights(
        boolean forkPrivateRepositories,
        boolean deleteRepositories,
        boolean changeVisibility,
        boolean inviteOutsideCollaborators,
        boolean deleteIssues,
        boolean createTeams,
        boolean viewDependencyInsights,
        boolean startDiscussions,
        boolean seeFullNames) {

    /** This, members allowed to fork private repositories or not. */
    public MemberRights forking(boolean yes) {
        return new MemberRights(
                yes,
                deleteRepositories,
                changeVisibility,
                inviteOutsideCollaborators,
                deleteIssues,
                createTeams,
                viewDependencyInsights,
                startDiscussions,
                seeFullNames);
    }
}
