package dev.hubtwin.internal.seed.mapping;

import dev.hubtwin.internal.control.model.StateRepository;
import dev.hubtwin.internal.control.model.StateSecurityFeature;
import dev.hubtwin.internal.world.repository.Repository;
import dev.hubtwin.internal.world.repository.Repository.CommitTexts;
import dev.hubtwin.internal.world.repository.Repository.Features;
import dev.hubtwin.internal.world.repository.Repository.Merging;
import dev.hubtwin.internal.world.repository.Repository.Policy;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pcollections.PMap;
import org.pcollections.TreePMap;

/** How a repository is set up, in and out. */
final class RepositorySettingsMapper {

    /** What GitHub lists for a repository that uses none. */
    private static final PMap<String, Boolean> NO_SECURITY = TreePMap.from(Stream.of(
                    "dependabot_security_updates",
                    "secret_scanning",
                    "secret_scanning_non_provider_patterns",
                    "secret_scanning_push_protection",
                    "secret_scanning_validity_checks")
            .collect(Collectors.toMap(name -> name, name -> false)));

    private RepositorySettingsMapper() {}

    static Features features(StateRepository repository) {
        return new Features(
                repository.hasIssues(),
                repository.hasProjects(),
                repository.hasWiki(),
                repository.hasPages(),
                repository.hasDownloads(),
                repository.hasDiscussions(),
                repository.hasPullRequests(),
                repository.allowForking());
    }

    static Merging merging(StateRepository repository) {
        return new Merging(
                repository.allowRebaseMerge(),
                repository.allowSquashMerge(),
                repository.allowAutoMerge(),
                repository.deleteBranchOnMerge(),
                repository.allowMergeCommit(),
                repository.allowUpdateBranch(),
                new CommitTexts(
                        repository.useSquashPrTitleAsDefault(),
                        repository.squashMergeCommitTitle(),
                        repository.squashMergeCommitMessage(),
                        repository.mergeCommitTitle(),
                        repository.mergeCommitMessage()));
    }

    static Policy policy(StateRepository repository) {
        return new Policy(
                repository.webCommitSignoffRequired(),
                repository.pullRequestCreationPolicy(),
                repository.securityAndAnalysis() == null ? NO_SECURITY : security(repository.securityAndAnalysis()),
                TreePMap.from(Values.or(repository.customProperties(), Map.of())));
    }

    private static PMap<String, Boolean> security(Map<String, StateSecurityFeature> given) {
        PMap<String, Boolean> features = TreePMap.empty();
        for (Map.Entry<String, StateSecurityFeature> feature : given.entrySet()) {
            features = features.plus(feature.getKey(), feature.getValue() == StateSecurityFeature.ENABLED);
        }
        return features;
    }

    static void write(StateRepository.Builder builder, Repository repository) {
        write(builder, repository.features());
        write(builder, repository.merging());
        Policy policy = repository.policy();
        builder.webCommitSignoffRequired(policy.signoff())
                .pullRequestCreationPolicy(policy.pullRequests())
                .securityAndAnalysis(policy.security().equals(NO_SECURITY) ? null : written(policy.security()))
                .customProperties(policy.properties().isEmpty() ? null : policy.properties());
    }

    private static void write(StateRepository.Builder builder, Features features) {
        builder.hasIssues(features.issues())
                .hasProjects(features.projects())
                .hasWiki(features.wiki())
                .hasPages(features.pages())
                .hasDownloads(features.downloads())
                .hasDiscussions(features.discussions())
                .hasPullRequests(features.pullRequests())
                .allowForking(features.forking());
    }

    private static void write(StateRepository.Builder builder, Merging merging) {
        CommitTexts texts = merging.texts();
        builder.allowRebaseMerge(merging.rebase())
                .allowSquashMerge(merging.squash())
                .allowAutoMerge(merging.auto())
                .deleteBranchOnMerge(merging.deleteBranch())
                .allowMergeCommit(merging.commit())
                .allowUpdateBranch(merging.updateBranch())
                .useSquashPrTitleAsDefault(texts.pullRequestTitle())
                .squashMergeCommitTitle(texts.squashTitle())
                .squashMergeCommitMessage(texts.squashMessage())
                .mergeCommitTitle(texts.mergeTitle())
                .mergeCommitMessage(texts.mergeMessage());
    }

    private static Map<String, StateSecurityFeature> written(Map<String, Boolean> security) {
        Map<String, StateSecurityFeature> features = new TreeMap<>();
        security.forEach((name, used) ->
                features.put(name, used ? StateSecurityFeature.ENABLED : StateSecurityFeature.DISABLED));
        return features;
    }
}
