package dev.hubtwin.internal.delivery;

import dev.hubtwin.internal.api.model.SimpleUser;
import dev.hubtwin.internal.event.EventSource;
import dev.hubtwin.internal.rest.Links;
import dev.hubtwin.internal.view.UserViews;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.account.Account;
import dev.hubtwin.internal.world.account.User;
import dev.hubtwin.internal.world.account.UserName;
import dev.hubtwin.internal.world.app.App;
import dev.hubtwin.internal.world.app.Installation;
import dev.hubtwin.internal.world.index.SortedIndex;
import dev.hubtwin.internal.world.naming.NodeId;
import java.util.Optional;

/** Who a payload says did it. */
record SenderViews(World world, Links links) {

    /** A user, the bot of an app, or for nobody in particular the first owner of the account. */
    SimpleUser sender(EventSource cause, long account) {
        return Optional.ofNullable(cause.user())
                .flatMap(world.accounts()::user)
                .map(this::simple)
                .or(() -> bot(cause))
                .or(() -> Optional.ofNullable(cause.app())
                        .flatMap(world.apps()::app)
                        .map(app -> owner(app.ownerId())))
                .orElseGet(() -> owner(account));
    }

    private SimpleUser simple(Account account) {
        return UserViews.simple(account, links);
    }

    private Optional<SimpleUser> bot(EventSource cause) {
        return Optional.ofNullable(cause.installation())
                .flatMap(world.apps().installations()::installation)
                .map(Installation::appId)
                .flatMap(world.apps()::app)
                .map(this::bot);
    }

    /** An app that acts by itself; it has no account, so its id is the app's. */
    private SimpleUser bot(App app) {
        String login = app.slug() + "[bot]";
        String url = links.api("/users/" + app.slug() + "%5Bbot%5D");
        return new SimpleUser(
                login,
                app.id(),
                NodeId.of("Bot", app.id()),
                links.html("/avatars/in/" + app.id() + "?v=4"),
                "",
                url,
                links.html("/apps/" + app.slug()),
                url + "/followers",
                url + "/following{/other_user}",
                url + "/gists{/gist_id}",
                url + "/starred{/owner}{/repo}",
                url + "/subscriptions",
                url + "/orgs",
                url + "/repos",
                url + "/events{/privacy}",
                url + "/received_events",
                "Bot",
                false,
                UserViews.PUBLIC);
    }

    /** The user, or the first owner of the organization, or if nobody owns it the organization itself. */
    private SimpleUser owner(long id) {
        Account account = world.accounts().account(id).orElseThrow();
        SortedIndex<UserName> owners = world.memberships().roster(id).owners();
        return simple(
                account instanceof User || owners.size() == 0
                        ? account
                        : world.accounts().user(owners.get(0).id()).orElseThrow());
    }
}
