package dev.hubtwin.internal.view;

import dev.hubtwin.internal.api.model.LicenseSimple;
import dev.hubtwin.internal.api.model.Redirection;
import dev.hubtwin.internal.api.model.Repository.Builder;
import dev.hubtwin.internal.api.model.RepositoryPermissions;
import dev.hubtwin.internal.api.model.RepositoryVisibility;
import dev.hubtwin.internal.auth.Caller;
import dev.hubtwin.internal.auth.RepositoryLookup;
import dev.hubtwin.internal.rest.Links;
import dev.hubtwin.internal.rest.Timestamps;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.account.Account;
import dev.hubtwin.internal.world.repository.License;
import dev.hubtwin.internal.world.repository.Repository;
import dev.hubtwin.internal.world.repository.RepositoryPermission;
import dev.hubtwin.internal.world.token.Tokens;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How repositories look in answers and payloads.
 *
 * @param seer whose {@code permissions} are shown
 */
@SuppressWarnings("BadImport") // the views are written with one builder and no other
public record RepositoryViews(World world, Links links, Caller seer) {

    private static final String REDIRECTS = "https://docs.github.com/v3/#http-redirects";
    private static final int CLONE_TOKEN_LENGTH = 29;

    /** A repository with all its members; {@code permissions} are absent for nobody's. */
    public dev.hubtwin.internal.api.model.Repository full(Repository repository) {
        Builder view = withoutTemplate(repository);
        Optional<Repository> template =
                Optional.ofNullable(repository.about().templateId()).flatMap(world.repositories()::repository);
        return view.templateRepository(
                        template.map(of -> withoutTemplate(of).build()).orElse(null))
                .build();
    }

    /** The body of the answer to a former name (R156), which leads to another address. */
    public static Redirection moved(String address) {
        return new Redirection("Moved Permanently", address, REDIRECTS);
    }

    /** Where a repository stays whatever it is called. */
    public String byId(Repository repository) {
        return links.api("/repositories/" + repository.id());
    }

    private Builder withoutTemplate(Repository repository) {
        Account owner = world.accounts().account(repository.ownerId()).orElseThrow();
        String fullName = owner.login() + "/" + repository.name();
        Builder view = dev.hubtwin.internal.api.model.Repository.builder()
                .id(repository.id())
                .nodeId(repository.nodeId())
                .name(repository.name())
                .fullName(fullName)
                .owner(UserViews.simple(owner, links))
                ._private(repository.isPrivate())
                .visibility(RepositoryVisibility.of(repository.visibility().word()))
                .permissions(permissions(repository).orElse(null))
                .tempCloneToken(repository.isPrivate() ? cloneToken(repository) : null);
        RepositoryUrls.add(view, links.api("/repos/" + fullName));
        addPlaces(view, fullName);
        addAbout(view, repository.about());
        addCounts(view, repository.counts());
        addSwitches(view, repository);
        return view.pushedAt(Timestamps.utc(repository.times().pushedAt()))
                .createdAt(Timestamps.utc(repository.times().createdAt()))
                .updatedAt(Timestamps.utc(repository.times().updatedAt()));
    }

    private void addPlaces(Builder view, String fullName) {
        String host = links.server().substring(links.server().indexOf("://") + 3);
        view.htmlUrl(links.html("/" + fullName))
                .cloneUrl(links.html("/" + fullName + ".git"))
                .svnUrl(links.html("/" + fullName))
                .gitUrl("git://" + host + "/" + fullName + ".git")
                .sshUrl("git@" + host + ":" + fullName + ".git");
    }

    private void addAbout(Builder view, Repository.About about) {
        view.description(about.description())
                .homepage(about.homepage())
                .language(about.language())
                .mirrorUrl(about.mirrorUrl())
                .defaultBranch(about.defaultBranch())
                .license(license(about.license()))
                .topics(List.copyOf(about.topics()))
                .fork(about.fork())
                .isTemplate(about.template())
                .archived(about.archived())
                .disabled(about.disabled());
    }

    private LicenseSimple license(License license) {
        return license == null
                ? null
                : LicenseSimple.builder()
                        .key(license.key())
                        .name(license.name())
                        .url(links.api("/licenses/" + license.key()))
                        .spdxId(license.spdxId())
                        .nodeId(license.nodeId())
                        .htmlUrl(license.htmlUrl())
                        .build();
    }

    /**
     * {@code forks}, {@code watchers} and {@code open_issues} are old names of the counts (decisions: derived members).
     */
    private static void addCounts(Builder view, Repository.Counts counts) {
        view.size(counts.size())
                .forksCount(counts.forks())
                .forks(counts.forks())
                .stargazersCount(counts.stargazers())
                .watchersCount(counts.watchers())
                .watchers(counts.watchers())
                .openIssuesCount(counts.openIssues())
                .openIssues(counts.openIssues())
                .subscribersCount(counts.subscribers())
                .networkCount(counts.network());
    }

    private static void addSwitches(Builder view, Repository repository) {
        view.hasIssues(repository.features().issues())
                .hasProjects(repository.features().projects())
                .hasWiki(repository.features().wiki())
                .hasPages(repository.features().pages())
                .hasDownloads(repository.features().downloads())
                .allowRebaseMerge(repository.merging().rebase())
                .allowSquashMerge(repository.merging().squash())
                .allowAutoMerge(repository.merging().auto())
                .deleteBranchOnMerge(repository.merging().deleteBranch())
                .allowMergeCommit(repository.merging().commit());
    }

    private Optional<RepositoryPermissions> permissions(Repository repository) {
        return RepositoryLookup.access(world, seer, repository)
                .map(access -> RepositoryPermissions.builder()
                        .admin(reaches(access, RepositoryPermission.ADMIN))
                        .maintain(reaches(access, RepositoryPermission.MAINTAIN))
                        .push(reaches(access, RepositoryPermission.PUSH))
                        .triage(reaches(access, RepositoryPermission.TRIAGE))
                        .pull(reaches(access, RepositoryPermission.PULL))
                        .build());
    }

    private static boolean reaches(RepositoryPermission access, RepositoryPermission other) {
        return access.compareTo(other) >= 0;
    }

    /** Opens nothing here; always the same for a repository, so that equal answers stay equal. */
    private static String cloneToken(Repository repository) {
        return Tokens.hash("temp_clone_token " + repository.id())
                .substring(0, CLONE_TOKEN_LENGTH)
                .toUpperCase(Locale.ROOT);
    }
}
