package dev.hubtwin.internal.meta;

import dev.hubtwin.internal.api.model.ApiOverview;
import dev.hubtwin.internal.api.model.ApiVersion;
import dev.hubtwin.internal.api.model.RateLimit;
import dev.hubtwin.internal.api.model.RateLimitOverview;
import dev.hubtwin.internal.api.model.RateLimitResources;
import dev.hubtwin.internal.api.model.Root;
import dev.hubtwin.internal.ratelimit.RateLimiter;
import dev.hubtwin.internal.rest.Dialect;
import dev.hubtwin.internal.rest.Links;
import java.util.List;

/** What the server says of itself. */
final class ServerViews {

    private static final List<String> HERE = List.of("127.0.0.0/8", "::1/128");
    private static final int SEARCHES_A_MINUTE = 30;

    private ServerViews() {}

    /** The version of an enterprise server, or where github.com's parts are: here, all of them. */
    static ApiOverview overview(Dialect dialect) {
        return dialect == Dialect.ENTERPRISE
                ? ApiOverview.builder()
                        .verifiablePasswordAuthentication(true)
                        .installedVersion(Dialect.ENTERPRISE_VERSION)
                        .build()
                : ApiOverview.builder()
                        .verifiablePasswordAuthentication(false)
                        .hooks(HERE)
                        .web(HERE)
                        .api(HERE)
                        .git(HERE)
                        .build();
    }

    /** The caller's limits, as a version of the API shows them. The twin serves nothing that would spend the others. */
    static RateLimitOverview limits(RateLimiter.Window core, RateLimiter.Window manifests, ApiVersion version) {
        RateLimit spent = limit(core);
        RateLimit unspent = new RateLimit(
                (long) core.limit(), 0L, (long) core.limit(), core.reset().getEpochSecond());
        RateLimit search = new RateLimit(
                (long) SEARCHES_A_MINUTE,
                0L,
                (long) SEARCHES_A_MINUTE,
                core.reset().getEpochSecond());
        return new RateLimitOverview(
                new RateLimitResources(spent, search, unspent, limit(manifests)),
                version == ApiVersion._2022_11_28 ? spent : null);
    }

    private static RateLimit limit(RateLimiter.Window window) {
        return new RateLimit(
                (long) window.limit(),
                window.used(),
                window.remaining(),
                window.reset().getEpochSecond());
    }

    /** The addresses of the API, real clients' first question. */
    static Root root(Links links) {
        String search = "{&page,per_page,sort,order}";
        return Root.builder()
                .currentUserUrl(links.api("/user"))
                .currentUserAuthorizationsHtmlUrl(links.html("/settings/connections/applications{/client_id}"))
                .authorizationsUrl(links.api("/authorizations"))
                .codeSearchUrl(links.api("/search/code?q={query}" + search))
                .commitSearchUrl(links.api("/search/commits?q={query}" + search))
                .emailsUrl(links.api("/user/emails"))
                .emojisUrl(links.api("/emojis"))
                .eventsUrl(links.api("/events"))
                .feedsUrl(links.api("/feeds"))
                .followersUrl(links.api("/user/followers"))
                .followingUrl(links.api("/user/following{/target}"))
                .gistsUrl(links.api("/gists{/gist_id}"))
                .hubUrl(links.api("/hub"))
                .issueSearchUrl(links.api("/search/issues?q={query}" + search))
                .issuesUrl(links.api("/issues"))
                .keysUrl(links.api("/user/keys"))
                .labelSearchUrl(links.api("/search/labels?q={query}&repository_id={repository_id}{&page,per_page}"))
                .notificationsUrl(links.api("/notifications"))
                .organizationUrl(links.api("/orgs/{org}"))
                .organizationRepositoriesUrl(links.api("/orgs/{org}/repos{?type,page,per_page,sort}"))
                .organizationTeamsUrl(links.api("/orgs/{org}/teams"))
                .publicGistsUrl(links.api("/gists/public"))
                .rateLimitUrl(links.api("/rate_limit"))
                .repositoryUrl(links.api("/repos/{owner}/{repo}"))
                .repositorySearchUrl(links.api("/search/repositories?q={query}" + search))
                .currentUserRepositoriesUrl(links.api("/user/repos{?type,page,per_page,sort}"))
                .starredUrl(links.api("/user/starred{/owner}{/repo}"))
                .starredGistsUrl(links.api("/gists/starred"))
                .topicSearchUrl(links.api("/search/topics?q={query}{&page,per_page}"))
                .userUrl(links.api("/users/{user}"))
                .userOrganizationsUrl(links.api("/user/orgs"))
                .userRepositoriesUrl(links.api("/users/{user}/repos{?type,page,per_page,sort}"))
                .userSearchUrl(links.api("/search/users?q={query}" + search))
                .build();
    }
}
