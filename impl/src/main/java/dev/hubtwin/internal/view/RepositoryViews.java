package dev.hubtwin.internal.view;

import dev.hubtwin.internal.api.model.FullRepository;
import dev.hubtwin.internal.api.model.FullRepository.Builder;
import dev.hubtwin.internal.api.model.LicenseSimple;
import dev.hubtwin.internal.api.model.Redirection;
import dev.hubtwin.internal.api.model.RepositoryPermissions;
import dev.hubtwin.internal.api.model.RepositoryVisibility;
import dev.hubtwin.internal.api.model.SecurityFeature;
import dev.hubtwin.internal.api.model.SecurityFeatureStatus;
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
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How repositories look in answers and payloads.
 *
 * @param seer who looks
 */
@SuppressWarnings("BadImport") // the views are written with one builder and no other
public record RepositoryViews(World world, Links links, Caller seer) {

    private static final String REDIRECTS = "https://docs.github.com/v3/#http-redirects";
    private static final String NO_LICENSE_KNOWN = "NOASSERTION";
    private static final int CLONE_TOKEN_LENGTH = 29;

    /** A repository by itself. */
    public FullRepository full(Repository repository) {
        Builder view = brief(repository)
                .subscribersCount(repository.counts().subscribers())
                .networkCount(repository.counts().network());
        world.accounts()
                .organization(repository.ownerId())
                .ifPresent(organization -> view.organization(UserViews.simple(organization, links))
                        .customProperties(repository.policy().properties()));
        addOrigin(view, repository.about().origin());
        Optional<RepositoryPermission> access = RepositoryLookup.access(world, seer, repository);
        access.ifPresent(granted -> view.permissions(permissions(granted)));
        if (access.filter(RepositoryPermission.PUSH::isWithin).isPresent()) {
            addMerging(view, repository.merging());
            addNewMerging(view, repository.merging());
        }
        if (access.filter(RepositoryPermission.ADMIN::isWithin).isPresent()) {
            view.securityAndAnalysis(security(repository.policy().security()));
        }
        if (seer.kind().hasScopes()) {
            view.tempCloneToken(repository.isPrivate() ? cloneToken(repository) : "");
        }
        return view.build();
    }

    /**
     * A repository among those that the token of an installation reaches; the user who has no permissions is nobody.
     */
    public FullRepository ofInstallation(Repository repository) {
        return brief(repository)
                .permissions(new RepositoryPermissions(false, false, false, false, false))
                .build();
    }

    /** A repository among others: what the seer may do there is shown. */
    public FullRepository item(Repository repository) {
        return brief(repository)
                .permissions(RepositoryLookup.access(world, seer, repository)
                        .map(RepositoryViews::permissions)
                        .orElse(null))
                .build();
    }

    /** A repository among those that a new token of an installation was narrowed to; {@code seer} is that token. */
    public FullRepository ofNewToken(Repository repository) {
        Builder view = members(repository)
                .permissions(RepositoryLookup.access(world, seer, repository)
                        .map(RepositoryViews::permissions)
                        .orElse(null))
                .subscribersCount(repository.counts().subscribers())
                .networkCount(repository.counts().network())
                .tempCloneToken(repository.isPrivate() ? cloneToken(repository) : null)
                .templateRepository(
                        readable(repository.about().origin().templateId()).orElse(null));
        addMerging(view, repository.merging());
        return view.build();
    }

    /** A repository as payloads have it. */
    public FullRepository told(Repository repository) {
        return brief(repository)
                .customProperties(repository.policy().properties())
                .build();
    }

    /** A repository as payloads have it that tell what somebody may do in it; null if nothing any more. */
    public FullRepository told(Repository repository, RepositoryPermission access) {
        return told(repository).toBuilder().permissions(permissions(access)).build();
    }

    /** The body of the answer to a former name (R156), which leads to another address. */
    public static Redirection moved(String address) {
        return new Redirection("Moved Permanently", address, REDIRECTS);
    }

    /** Where a repository stays whatever it is called. */
    public String byId(Repository repository) {
        return links.api("/repositories/" + repository.id());
    }

    private Builder brief(Repository repository) {
        return members(repository)
                .hasDiscussions(repository.features().discussions())
                .allowForking(repository.features().forking())
                .webCommitSignoffRequired(repository.policy().signoff())
                .hasPullRequests(repository.features().pullRequests())
                .pullRequestCreationPolicy(repository.policy().pullRequests());
    }

    private Builder members(Repository repository) {
        Account owner = world.accounts().account(repository.ownerId()).orElseThrow();
        String fullName = owner.login() + "/" + repository.name();
        Builder view = FullRepository.builder()
                .id(repository.id())
                .nodeId(repository.nodeId())
                .name(repository.name())
                .fullName(fullName)
                .owner(UserViews.simple(owner, links))
                ._private(repository.isPrivate())
                .visibility(RepositoryVisibility.of(repository.visibility().word()));
        RepositoryUrls.add(view, links.api("/repos/" + fullName));
        addPlaces(view, fullName);
        addAbout(view, repository.about());
        addCounts(view, repository.counts());
        addFeatures(view, repository.features());
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
                .fork(about.origin().fork())
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
                        .url(NO_LICENSE_KNOWN.equals(license.spdxId()) ? null : links.api("/licenses/" + license.key()))
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
                .openIssues(counts.openIssues());
    }

    private static void addFeatures(Builder view, Repository.Features features) {
        view.hasIssues(features.issues())
                .hasProjects(features.projects())
                .hasWiki(features.wiki())
                .hasPages(features.pages())
                .hasDownloads(features.downloads());
    }

    private static void addMerging(Builder view, Repository.Merging merging) {
        view.allowRebaseMerge(merging.rebase())
                .allowSquashMerge(merging.squash())
                .allowAutoMerge(merging.auto())
                .deleteBranchOnMerge(merging.deleteBranch())
                .allowMergeCommit(merging.commit());
    }

    private static void addNewMerging(Builder view, Repository.Merging merging) {
        view.allowUpdateBranch(merging.updateBranch())
                .useSquashPrTitleAsDefault(merging.texts().pullRequestTitle())
                .squashMergeCommitTitle(merging.texts().squashTitle())
                .squashMergeCommitMessage(merging.texts().squashMessage())
                .mergeCommitTitle(merging.texts().mergeTitle())
                .mergeCommitMessage(merging.texts().mergeMessage());
    }

    private void addOrigin(Builder view, Repository.Origin origin) {
        readable(origin.parentId()).ifPresent(view::parent);
        readable(origin.sourceId()).ifPresent(view::source);
        readable(origin.templateId()).ifPresent(view::templateRepository);
    }

    /** Another repository, in short, if there is one and the seer may know of it. */
    private Optional<FullRepository> readable(Long id) {
        return Optional.ofNullable(id)
                .flatMap(world.repositories()::repository)
                .filter(other -> RepositoryLookup.isReadable(world, seer, other))
                .map(other -> brief(other).build());
    }

    private static Map<String, SecurityFeature> security(Map<String, Boolean> used) {
        Map<String, SecurityFeature> features = new TreeMap<>();
        used.forEach((name, yes) -> features.put(
                name, new SecurityFeature(yes ? SecurityFeatureStatus.ENABLED : SecurityFeatureStatus.DISABLED)));
        return features;
    }

    static RepositoryPermissions permissions(RepositoryPermission access) {
        return RepositoryPermissions.builder()
                .admin(RepositoryPermission.ADMIN.isWithin(access))
                .maintain(RepositoryPermission.MAINTAIN.isWithin(access))
                .push(RepositoryPermission.PUSH.isWithin(access))
                .triage(RepositoryPermission.TRIAGE.isWithin(access))
                .pull(RepositoryPermission.PULL.isWithin(access))
                .build();
    }

    /** Opens nothing here; always the same for a repository, so that equal answers stay equal. */
    private static String cloneToken(Repository repository) {
        return Tokens.hash("temp_clone_token " + repository.id())
                .substring(0, CLONE_TOKEN_LENGTH)
                .toUpperCase(Locale.ROOT);
    }
}
