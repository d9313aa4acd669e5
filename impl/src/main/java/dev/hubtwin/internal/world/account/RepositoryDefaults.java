package dev.hubtwin.internal.world.account;

import org.jspecify.annotations.Nullable;

/**
 * How the repositories of an organization are set up, newer than the documents.
 *
 * @param branch the name of the default branch
 * @param deployKeys whether repositories may have deploy keys
 * @param signoff whether commits made in the browser must be signed off
 * @param security what is in use in new repositories
 * @param secrets how secrets in commits are looked for
 */
public record RepositoryDefaults(
        String branch, boolean deployKeys, boolean signoff, SecurityFeatures security, SecretScanning secrets) {

    /** Which security features a new repository has in use. */
    public record SecurityFeatures(
            boolean advancedSecurity,
            boolean dependabotAlerts,
            boolean dependabotUpdates,
            boolean dependencyGraph,
            boolean secretScanning,
            boolean pushProtection) {}

    /**
     * How secrets in commits are looked for.
     *
     * @param link what whoever pushes a secret is pointed to; may be null
     */
    public record SecretScanning(boolean linked, @Nullable String link, boolean validityChecks) {}
}
