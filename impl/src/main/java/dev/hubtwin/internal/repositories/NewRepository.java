package dev.hubtwin.internal.repositories;

import dev.hubtwin.internal.api.model.RepositoryCreate;
import dev.hubtwin.internal.world.account.Organization;
import dev.hubtwin.internal.world.account.RepositoryDefaults;
import dev.hubtwin.internal.world.index.SortedIndex;
import dev.hubtwin.internal.world.repository.Contribution;
import dev.hubtwin.internal.world.repository.Repository;
import dev.hubtwin.internal.world.repository.Repository.Visibility;
import dev.hubtwin.internal.world.repository.RepositoryPermission;
import java.time.Instant;
import java.util.Map;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;

/**
 * A repository as a request describes it, and as its organization sets up new ones.
 *
 * @param name the name, as it can stand in paths
 */
record NewRepository(String name, Visibility visibility, RepositoryCreate body, Organization owner) {

    /** Returns the repository, made at {@code now}, with what somebody was given in it. */
    Repository made(long id, PMap<Long, RepositoryPermission> collaborators, Instant now) {
        return new Repository(
                id,
                owner.id(),
                name,
                null,
                visibility,
                about(),
                new Repository.Features(
                        body.hasIssues(),
                        body.hasProjects(),
                        body.hasWiki(),
                        false,
                        body.hasDownloads(),
                        false,
                        true,
                        true),
                merging(),
                new Repository.Policy(
                        owner.repositories().signoff(),
                        "all",
                        security(owner.repositories()),
                        body.customProperties() == null ? TreePMap.empty() : TreePMap.from(body.customProperties())),
                new Repository.Counts(0, 0, 0, 0, 0, 0, 0),
                new Repository.Times(now, now, body.autoInit() ? now : null),
                TreePVector.empty(),
                collaborators,
                HashTreePMap.empty(),
                SortedIndex.by(Contribution.ORDER));
    }

    private Repository.About about() {
        return new Repository.About(
                body.description(),
                body.homepage(),
                null,
                null,
                owner.repositories().branch(),
                null,
                TreePVector.empty(),
                new Repository.Origin(false, null, null, null),
                body.isTemplate(),
                false,
                false);
    }

    private Repository.Merging merging() {
        return new Repository.Merging(
                body.allowRebaseMerge(),
                body.allowSquashMerge(),
                body.allowAutoMerge(),
                body.deleteBranchOnMerge(),
                body.allowMergeCommit(),
                false,
                new Repository.CommitTexts(
                        body.useSquashPrTitleAsDefault(),
                        body.squashMergeCommitTitle().text(),
                        body.squashMergeCommitMessage().text(),
                        body.mergeCommitTitle().text(),
                        body.mergeCommitMessage().text()));
    }

    private static PMap<String, Boolean> security(RepositoryDefaults defaults) {
        return TreePMap.from(Map.of(
                "dependabot_security_updates", defaults.security().dependabotUpdates(),
                "secret_scanning", defaults.security().secretScanning(),
                "secret_scanning_non_provider_patterns", false,
                "secret_scanning_push_protection", defaults.security().pushProtection(),
                "secret_scanning_validity_checks", defaults.secrets().validityChecks()));
    }
}
