package dev.hubtwin.internal.world.repository;

import dev.hubtwin.internal.world.naming.NodeId;
import dev.hubtwin.internal.world.naming.WireName;
import java.time.Instant;
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
        Counts counts,
        Times times,
        PVector<String> formerNames,
        PMap<Long, RepositoryPermission> collaborators,
        PMap<Integer, Alert> alerts) {

    /** Internal ones are for the members of an enterprise. */
    public enum Visibility implements WireName {
        PUBLIC,
        PRIVATE,
        INTERNAL
    }

    /** What describes it; texts but {@code defaultBranch} may be null, and so may {@code templateId} (a repository). */
    public record About(
            @Nullable String description,
            @Nullable String homepage,
            @Nullable String language,
            @Nullable String mirrorUrl,
            String defaultBranch,
            @Nullable License license,
            PVector<String> topics,
            boolean fork,
            boolean template,
            boolean archived,
            boolean disabled,
            @Nullable Long templateId) {

        /** Returns this, made from the repository with the id. */
        public About from(Long template) {
            return new About(
                    description,
                    homepage,
                    language,
                    mirrorUrl,
                    defaultBranch,
                    license,
                    topics,
                    fork,
                    this.template,
                    archived,
                    disabled,
                    template);
        }
    }

    /** What it offers. */
    public record Features(boolean issues, boolean projects, boolean wiki, boolean pages, boolean downloads) {}

    /** How it lets pull requests be merged. */
    public record Merging(boolean rebase, boolean squash, boolean auto, boolean deleteBranch, boolean commit) {}

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

    /** As given, else derived from the id. */
    public String nodeId() {
        return NodeId.orElse(givenNodeId, "Repository", id);
    }

    /** Whether it is not for everybody: internal ones count as private. */
    public boolean isPrivate() {
        return visibility != Visibility.PUBLIC;
    }

    /** Returns this, described otherwise. */
    public Repository with(About changed) {
        return new Repository(
                id,
                ownerId,
                name,
                givenNodeId,
                visibility,
                changed,
                features,
                merging,
                counts,
                times,
                formerNames,
                collaborators,
                alerts);
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
                counts.withOpenIssue(),
                times,
                formerNames,
                collaborators,
                alerts);
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
                counts,
                times,
                formerNames,
                changed,
                alerts);
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
                counts,
                times,
                formerNames,
                collaborators,
                changed);
    }
}
