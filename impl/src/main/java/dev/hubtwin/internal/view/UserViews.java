package dev.hubtwin.internal.view;

import dev.hubtwin.internal.api.model.PrivateUser;
import dev.hubtwin.internal.api.model.PublicUser;
import dev.hubtwin.internal.api.model.SimpleUser;
import dev.hubtwin.internal.api.model.UserPlan;
import dev.hubtwin.internal.rest.Links;
import dev.hubtwin.internal.rest.Page;
import dev.hubtwin.internal.rest.Timestamps;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.account.Account;
import dev.hubtwin.internal.world.account.Organization;
import dev.hubtwin.internal.world.account.User;
import dev.hubtwin.internal.world.account.UserProfile;
import dev.hubtwin.internal.world.repository.OwnedRepositories;
import java.util.List;

/** How users, and organizations among users, look in answers. */
public record UserViews(World world, Links links) {

    private static final UserPlan FREE = new UserPlan("free", 976562499L, 10000L, 0L);

    /** An account in short, as lists and other things show it. */
    public SimpleUser simple(Account account) {
        return simple(account, links);
    }

    /** An account in short, with the URLs of {@code links}. */
    public static SimpleUser simple(Account account, Links links) {
        String url = links.api("/users/" + account.login());
        return new SimpleUser(
                account.login(),
                account.id(),
                account.nodeId(),
                links.avatar(account.id()),
                "",
                url,
                links.html("/" + account.login()),
                url + "/followers",
                url + "/following{/other_user}",
                url + "/gists{/gist_id}",
                url + "/starred{/owner}{/repo}",
                url + "/subscriptions",
                url + "/orgs",
                url + "/repos",
                url + "/events{/privacy}",
                url + "/received_events",
                account instanceof Organization ? "Organization" : "User",
                account instanceof User user && user.siteAdmin());
    }

    /** Users in short, as lists show them. */
    public List<SimpleUser> all(Page<Long> ids) {
        return ids.map(id -> simple(world.accounts().user(id).orElseThrow()));
    }

    /**
     * A user in their own eyes.
     *
     * @param withPrivate whether the private numbers are shown: to a token with the scope {@code user}
     */
    public PrivateUser own(User user, boolean withPrivate) {
        PrivateUser.Builder view = PrivateUser.builder();
        PublicUser known = profile(user);
        view.login(known.login())
                .id(known.id())
                .nodeId(known.nodeId())
                .avatarUrl(known.avatarUrl())
                .gravatarId(known.gravatarId())
                .url(known.url())
                .htmlUrl(known.htmlUrl())
                .followersUrl(known.followersUrl())
                .followingUrl(known.followingUrl())
                .gistsUrl(known.gistsUrl())
                .starredUrl(known.starredUrl())
                .subscriptionsUrl(known.subscriptionsUrl())
                .organizationsUrl(known.organizationsUrl())
                .reposUrl(known.reposUrl())
                .eventsUrl(known.eventsUrl())
                .receivedEventsUrl(known.receivedEventsUrl())
                .type(known.type())
                .siteAdmin(known.siteAdmin())
                .name(known.name())
                .company(known.company())
                .blog(known.blog())
                .location(known.location())
                .email(known.email())
                .hireable(known.hireable())
                .bio(known.bio())
                .twitterUsername(known.twitterUsername())
                .publicRepos(known.publicRepos())
                .publicGists(known.publicGists())
                .followers(known.followers())
                .following(known.following())
                .createdAt(known.createdAt())
                .updatedAt(known.updatedAt());
        return withPrivate ? addPrivate(view, user).build() : view.build();
    }

    private PrivateUser.Builder addPrivate(PrivateUser.Builder view, User user) {
        OwnedRepositories holdings = world.repositories().of(user.id());
        return view.privateGists(0L)
                .totalPrivateRepos(holdings.privateOnes())
                .ownedPrivateRepos(holdings.privateOnes())
                .diskUsage(holdings.diskUsage())
                .collaborators((long)
                        world.repositories().outsiders(user.id()).seated().size())
                .twoFactorAuthentication(user.twoFactor())
                .plan(FREE);
    }

    /** An account as everybody sees it. */
    public PublicUser profile(Account account) {
        SimpleUser simple = simple(account);
        Facts facts = Facts.of(account);
        return PublicUser.builder()
                .login(simple.login())
                .id(simple.id())
                .nodeId(simple.nodeId())
                .avatarUrl(simple.avatarUrl())
                .gravatarId(simple.gravatarId())
                .url(simple.url())
                .htmlUrl(simple.htmlUrl())
                .followersUrl(simple.followersUrl())
                .followingUrl(simple.followingUrl())
                .gistsUrl(simple.gistsUrl())
                .starredUrl(simple.starredUrl())
                .subscriptionsUrl(simple.subscriptionsUrl())
                .organizationsUrl(simple.organizationsUrl())
                .reposUrl(simple.reposUrl())
                .eventsUrl(simple.eventsUrl())
                .receivedEventsUrl(simple.receivedEventsUrl())
                .type(simple.type())
                .siteAdmin(simple.siteAdmin())
                .name(facts.profile().name())
                .company(facts.profile().company())
                .blog(facts.profile().blog())
                .location(facts.profile().location())
                .email(facts.profile().email())
                .hireable(facts.profile().hireable())
                .bio(facts.profile().bio())
                .twitterUsername(facts.profile().twitterUsername())
                .publicRepos(world.repositories().of(account.id()).publicOnes())
                .publicGists(facts.publicGists())
                .followers(facts.followers())
                .following(facts.following())
                .createdAt(Timestamps.utc(account.createdAt()))
                .updatedAt(Timestamps.utc(account.updatedAt()))
                .build();
    }

    /** What a user and an organization both tell; an organization's description stands for its biography. */
    private record Facts(UserProfile profile, long publicGists, long followers, long following) {

        static Facts of(Account account) {
            if (account instanceof User user) {
                return new Facts(user.profile(), user.publicGists(), user.followers(), user.following());
            }
            Organization organization = (Organization) account;
            var p = organization.profile();
            UserProfile profile = new UserProfile(
                    p.name(),
                    p.company(),
                    p.blog(),
                    p.location(),
                    p.email(),
                    p.description(),
                    null,
                    p.twitterUsername());
            return new Facts(
                    profile, organization.gists().publicOnes(), organization.followers(), organization.following());
        }
    }
}
