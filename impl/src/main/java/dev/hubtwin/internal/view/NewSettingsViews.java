package dev.hubtwin.internal.view;

import dev.hubtwin.internal.api.model.OrganizationFull;
import dev.hubtwin.internal.world.account.MemberRights;
import dev.hubtwin.internal.world.account.Organization;
import dev.hubtwin.internal.world.account.RepositoryDefaults;
import dev.hubtwin.internal.world.account.RepositoryDefaults.SecretScanning;
import dev.hubtwin.internal.world.account.RepositoryDefaults.SecurityFeatures;

/** How the settings of an organization that are newer than the documents look in answers to its owners. */
final class NewSettingsViews {

    private NewSettingsViews() {}

    static void add(OrganizationFull.Builder view, Organization organization) {
        add(view, organization.policy().rights());
        RepositoryDefaults defaults = organization.repositories();
        view.defaultRepositoryBranch(defaults.branch())
                .deployKeysEnabledForRepositories(defaults.deployKeys())
                .webCommitSignoffRequired(defaults.signoff());
        add(view, defaults.security());
        SecretScanning secrets = defaults.secrets();
        view.secretScanningPushProtectionCustomLinkEnabled(secrets.linked())
                .secretScanningPushProtectionCustomLink(secrets.link())
                .secretScanningValidityChecksEnabled(secrets.validityChecks());
    }

    private static void add(OrganizationFull.Builder view, MemberRights rights) {
        view.membersCanDeleteRepositories(rights.deleteRepositories())
                .membersCanChangeRepoVisibility(rights.changeVisibility())
                .membersCanInviteOutsideCollaborators(rights.inviteOutsideCollaborators())
                .membersCanDeleteIssues(rights.deleteIssues())
                .membersCanCreateTeams(rights.createTeams())
                .membersCanViewDependencyInsights(rights.viewDependencyInsights())
                .readersCanCreateDiscussions(rights.startDiscussions())
                .displayCommenterFullNameSettingEnabled(rights.seeFullNames());
    }

    private static void add(OrganizationFull.Builder view, SecurityFeatures security) {
        view.advancedSecurityEnabledForNewRepositories(security.advancedSecurity())
                .dependabotAlertsEnabledForNewRepositories(security.dependabotAlerts())
                .dependabotSecurityUpdatesEnabledForNewRepositories(security.dependabotUpdates())
                .dependencyGraphEnabledForNewRepositories(security.dependencyGraph())
                .secretScanningEnabledForNewRepositories(security.secretScanning())
                .secretScanningPushProtectionEnabledForNewRepositories(security.pushProtection());
    }
}
