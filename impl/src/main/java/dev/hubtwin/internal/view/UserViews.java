package dev.hubtwin.internal.view;

import dev.hubtwin.internal.api.model.Email;
import dev.hubtwin.internal.api.model.Key;
import dev.hubtwin.internal.api.model.PrivateUser;
import dev.hubtwin.internal.api.model.SimpleUser;
import dev.hubtwin.internal.api.model.UserPlan;
import dev.hubtwin.internal.rest.Links;
import dev.hubtwin.internal.rest.Page;
import dev.hubtwin.internal.rest.Timestamps;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.account.Account;
import dev.hubtwin.internal.world.account.Organization;
import dev.hubtwin.internal.world.account.SshKey;
import dev.hubtwin.internal.world.account.User;
import dev.hubtwin.internal.world.account.UserName;
import dev.hubtwin.internal.world.account.UserProfile;
import dev.hubtwin.internal.world.repository.OwnedRepositories;
import java.util.ArrayList;
import java.util.List;

/** How users, and organizations among users, look in answers. */
public record UserViews(World world, Links links) {

    /** How accounts are shown to everybody. */
    public static final String PUBLIC = "public";

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
                account instanceof User user && user.siteAdmin(),
                PUBLIC);
    }

    /** A key of the user who asks. */
    public Key key(SshKey key) {
        return Key.builder()
                .id(key.id())
                .key(key.text())
                .url(links.api("/user/keys/" + key.id()))
                .title(key.title())
                .createdAt(Timestamps.utc(key.createdAt()))
                .verified(key.verified())
                .readOnly(key.readOnly())
                .build();
    }

    /** Users in short, as lists show them. */
    public List<SimpleUser> all(Page<UserName> names) {
        return names.map(name -> simple(world.accounts().user(name.id()).orElseThrow()));
    }

    /**
     * The user who asks.
     *
     * @param whole whether the private numbers are shown
     * @param email whether addresses are that not everybody sees
     */
    public PrivateUser own(User user, boolean whole, boolean email) {
        return profile(user, whole).toBuilder()
                .notificationEmail(email ? user.profile().notificationEmail() : null)
                .build();
    }

    /**
     * The addresses of a user: the one that everybody sees, and the one where notifications are sent. That one is
     * primary, if there is one.
     */
    public static List<Email> emails(User user) {
        String shown = user.profile().email();
        String notified = user.profile().notificationEmail();
        List<Email> emails = new ArrayList<>();
        if (shown != null) {
            emails.add(new Email(shown, notified == null || notified.equals(shown), true, PUBLIC));
        }
        if (notified != null && !notified.equals(shown)) {
            emails.add(new Email(notified, true, true, "private"));
        }
        return emails;
    }

    /**
     * An account.
     *
     * @param whole whether the private numbers are shown: to the user alone
     */
    public PrivateUser profile(Account account, boolean whole) {
        PrivateUser.Builder view = builder(account);
        if (whole && account instanceof User user) {
            addPrivate(view, user);
        }
        return view.build();
    }

    private void addPrivate(PrivateUser.Builder view, User user) {
        OwnedRepositories holdings = world.repositories().of(user.id());
        view.userViewType("private")
                .privateGists(0L)
                .totalPrivateRepos(holdings.privateOnes())
                .ownedPrivateRepos(holdings.privateOnes())
                .diskUsage(holdings.diskUsage())
                .collaborators((long)
                        world.repositories().outsiders(user.id()).seated().size())
                .twoFactorAuthentication(user.twoFactor())
                .plan(FREE);
    }

    /** An account as everybody sees it. */
    private PrivateUser.Builder builder(Account account) {
        SimpleUser simple = simple(account);
        Facts facts = Facts.of(account);
        return PrivateUser.builder()
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
                .userViewType(PUBLIC);
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
                    p.twitterUsername(),
                    null);
            return new Facts(
                    profile, organization.gists().publicOnes(), organization.followers(), organization.following());
        }
    }
}
