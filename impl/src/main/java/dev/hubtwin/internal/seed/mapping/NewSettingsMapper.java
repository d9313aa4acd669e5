package dev.hubtwin.internal.seed.mapping;

import dev.hubtwin.internal.control.model.StateOrganization;
import dev.hubtwin.internal.world.account.MemberRights;
import dev.hubtwin.internal.world.account.Organization;
import dev.hubtwin.internal.world.account.RepositoryDefaults;
import dev.hubtwin.internal.world.account.RepositoryDefaults.SecretScanning;
import dev.hubtwin.internal.world.account.RepositoryDefaults.SecurityFeatures;

/** The settings of an organization that are newer than the documents, in and out. */
final class NewSettingsMapper {

    private NewSettingsMapper() {}

    static MemberRights rights(StateOrganization organization) {
        return new MemberRights(
                organization.membersCanForkPrivateRepositories(),
                organization.membersCanDeleteRepositories(),
                organization.membersCanChangeRepoVisibility(),
                organization.membersCanInviteOutsideCollaborators(),
                organization.membersCanDeleteIssues(),
                organization.membersCanCreateTeams(),
                organization.membersCanViewDependencyInsights(),
                organization.readersCanCreateDiscussions(),
                organization.displayCommenterFullNameSettingEnabled());
    }

    static RepositoryDefaults defaults(StateOrganization organization) {
        return new RepositoryDefaults(
                organization.defaultRepositoryBranch(),
                organization.deployKeysEnabledForRepositories(),
                organization.webCommitSignoffRequired(),
                new SecurityFeatures(
                        organization.advancedSecurityEnabledForNewRepositories(),
                        organization.dependabotAlertsEnabledForNewRepositories(),
                        organization.dependabotSecurityUpdatesEnabledForNewRepositories(),
                        organization.dependencyGraphEnabledForNewRepositories(),
                        organization.secretScanningEnabledForNewRepositories(),
                        organization.secretScanningPushProtectionEnabledForNewRepositories()),
                new SecretScanning(
                        organization.secretScanningPushProtectionCustomLinkEnabled(),
                        organization.secretScanningPushProtectionCustomLink(),
                        organization.secretScanningValidityChecksEnabled()));
    }

    static void write(StateOrganization.Builder builder, Organization organization) {
        write(builder, organization.policy().rights());
        RepositoryDefaults defaults = organization.repositories();
        builder.defaultRepositoryBranch(defaults.branch())
                .deployKeysEnabledForRepositories(defaults.deployKeys())
                .webCommitSignoffRequired(defaults.signoff());
        write(builder, defaults.security());
        SecretScanning secrets = defaults.secrets();
        builder.secretScanningPushProtectionCustomLinkEnabled(secrets.linked())
                .secretScanningPushProtectionCustomLink(secrets.link())
                .secretScanningValidityChecksEnabled(secrets.validityChecks());
    }

    private static void write(StateOrganization.Builder builder, MemberRights rights) {
        builder.membersCanForkPrivateRepositories(rights.forkPrivateRepositories())
                .membersCanDeleteRepositories(rights.deleteRepositories())
                .membersCanChangeRepoVisibility(rights.changeVisibility())
                .membersCanInviteOutsideCollaborators(rights.inviteOutsideCollaborators())
                .membersCanDeleteIssues(rights.deleteIssues())
                .membersCanCreateTeams(rights.createTeams())
                .membersCanViewDependencyInsights(rights.viewDependencyInsights())
                .readersCanCreateDiscussions(rights.startDiscussions())
                .displayCommenterFullNameSettingEnabled(rights.seeFullNames());
    }

    private static void write(StateOrganization.Builder builder, SecurityFeatures security) {
        builder.advancedSecurityEnabledForNewRepositories(security.advancedSecurity())
                .dependabotAlertsEnabledForNewRepositories(security.dependabotAlerts())
                .dependabotSecurityUpdatesEnabledForNewRepositories(security.dependabotUpdates())
                .dependencyGraphEnabledForNewRepositories(security.dependencyGraph())
                .secretScanningEnabledForNewRepositories(security.secretScanning())
                .secretScanningPushProtectionEnabledForNewRepositories(security.pushProtection());
    }
}
