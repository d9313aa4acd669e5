package dev.hubtwin.internal.world.repository;

import dev.hubtwin.internal.world.index.Reference;
import dev.hubtwin.internal.world.index.SortedIndex;
import dev.hubtwin.internal.world.naming.NodeId;
import dev.hubtwin.internal.world.naming.WireName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;
import org.pcollections.PVector;

/**
 * A repository.
 *
 * @param ownerId an organization or a user
 * @param givenNodeId null: derived, see {@link #nodeId()}
 * @param formerNames full names that lead here (R156), as they were
 * @param collaborators who was given what directly
 * @param alerts code scanning alerts by number
 * @param contributions who has made how many commits, the most diligent first
 */
public record Repository(
        long id,
        long ownerId,
        String name,
        @Nullable String givenNodeId,
        Visibility visibility,
        About about,
        Features features,
        Merging merging,
        Policy policy,
        Counts counts,
        Times times,
        PVector<String> formerNames,
        PMap<Long, RepositoryPermission> collaborators,
        PMap<Integer, Alert> alerts,
        SortedIndex<Contribution> contributions) {

    /** Internal ones are for the members of an enterprise. */
    public enum Visibility implements WireName {
        PUBLIC,
        PRIVATE,
        INTERNAL
    }

    /** What describes it; texts but {@code defaultBranch} may be null, and so may {@code license}. */
    public record About(
            @Nullable String description,
            @Nullable String homepage,
            @Nullable String language,
            @Nullable String mirrorUrl,
            String defaultBranch,
            @Nullable License license,
            PVector<String> topics,
            Origin origin,
            boolean template,
            boolean archived,
            boolean disabled) {

        /** Returns this, come from elsewhere. */
        About from(Origin other) {
            return new About(
                    description,
                    homepage,
                    language,
                    mirrorUrl,
                    defaultBranch,
                    license,
                    topics,
                    other,
                    template,
                    archived,
                    disabled);
        }
    }

    /**
     * Which repositories it came from, by id; each may be null.
     *
     * @param fork whether it was forked; where from may be forgotten
     * @param parentId the repository that it was forked from
     * @param sourceId the one at the beginning of all forks
     * @param templateId the repository that it was generated from
     */
    public record Origin(
            boolean fork,
            @Nullable Long parentId,
            @Nullable Long sourceId,
            @Nullable Long templateId) {

        /** The repositories that it came from at once. */
        List<Reference> references() {
            return parentId == null && templateId == null
                    ? List.of()
                    : Reference.to(Reference.Kind.REPOSITORY, parentId, templateId);
        }
    }

    /** What it offers; {@code forking}: that others fork it. */
    public record Features(
            boolean issues,
            boolean projects,
            boolean wiki,
            boolean pages,
            boolean downloads,
            boolean discussions,
            boolean pullRequests,
            boolean forking) {}

    /** How it lets pull requests be merged. */
    public record Merging(
            boolean rebase,
            boolean squash,
            boolean auto,
            boolean deleteBranch,
            boolean commit,
            boolean updateBranch,
            CommitTexts texts) {}

    /**
     * What is written into the commits of a merge; each text is the name of a way to make it.
     *
     * @param pullRequestTitle whether a squashed commit is called as the pull request
     */
    public record CommitTexts(
            boolean pullRequestTitle,
            String squashTitle,
            String squashMessage,
            String mergeTitle,
            String mergeMessage) {}

    /**
     * What those who contribute have to heed.
     *
     * @param signoff whether commits made in the browser must be signed off
     * @param pullRequests who may open pull requests
     * @param security whether each security feature is in use, by name
     * @param properties values of the properties that the organization defined, by name
     */
    public record Policy(
            boolean signoff, String pullRequests, PMap<String, Boolean> security, PMap<String, Object> properties) {}

    /** What it counts; {@code size} in kilobytes. */
    public record Counts(
            long size, long forks, long stargazers, long watchers, long openIssues, long subscribers, long network) {

        /** Returns this, one more issue open. */
        Counts withOpenIssue() {
            return new Counts(size, forks, stargazers, watchers, openIssues + 1, subscribers, network);
        }
    }

    /** When things happened to it; {@code pushedAt} may be null. */
    public record Times(
            Instant createdAt, Instant updatedAt, @Nullable Instant pushedAt) {}

    /** What it refers to: the repositories that it came from, and its contributors. */
    List<Reference> references() {
        List<Reference> origins = about.origin().references();
        return contributions.size() == 0
                ? origins
                : Reference.both(
                        origins,
                        contributions.elements().stream()
                                .map(each -> new Reference(Reference.Kind.ACCOUNT, each.userId()))
                                .toList());
    }

    /** As given, else derived from the id. */
    public String nodeId() {
        return NodeId.orElse(givenNodeId, "Repository", id);
    }

    /** Whether it is not for everybody: internal ones count as private. */
    public boolean isPrivate() {
        return visibility != Visibility.PUBLIC;
    }

    /** Returns this, come from elsewhere. */
    public Repository with(Origin changed) {
        return new Repository(
                id,
                ownerId,
                name,
                givenNodeId,
                visibility,
                about.from(changed),
                features,
                merging,
                policy,
                counts,
                times,
                formerNames,
                collaborators,
                alerts,
                contributions);
    }

    /** Returns this, one more issue open. */
    Repository withOpenIssue() {
        return new Repository(
                id,
                ownerId,
                name,
                givenNodeId,
                visibility,
                about,
                features,
                merging,
                policy,
                counts.withOpenIssue(),
                times,
                formerNames,
                collaborators,
                alerts,
                contributions);
    }

    /** Returns this with other collaborators. */
    public Repository withCollaborators(PMap<Long, RepositoryPermission> changed) {
        return new Repository(
                id,
                ownerId,
                name,
                givenNodeId,
                visibility,
                about,
                features,
                merging,
                policy,
                counts,
                times,
                formerNames,
                changed,
                alerts,
                contributions);
    }

    /** Returns this with other code scanning alerts. */
    public Repository withAlerts(PMap<Integer, Alert> changed) {
        return new Repository(
                id,
                ownerId,
                name,
                givenNodeId,
                visibility,
                about,
                features,
                merging,
                policy,
                counts,
                times,
                formerNames,
                collaborators,
                changed,
                contributions);
    }
}
