package dev.hubtwin.internal.pages;

import dev.hubtwin.internal.exchange.RequestContext;
import dev.hubtwin.internal.installations.AppInstaller;
import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.rest.HtmlPage;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.account.Account;
import dev.hubtwin.internal.world.account.Organization;
import dev.hubtwin.internal.world.account.User;
import dev.hubtwin.internal.world.app.App;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * For whom the pages act: the user who is signed in, or another one who is named. The twin knows no passwords; a server
 * beyond loopback asks for its control token instead, and tells nobody what it holds.
 */
record PageUser(RequestContext exchange) {

    private static final int SUGGESTED = 100;

    /** What the pages are framed by. */
    HtmlPage frame() {
        return new HtmlPage(exchange.links().world());
    }

    /** Whether anybody may come here, so that nothing is suggested and the token is asked for. */
    boolean isExposed() {
        return exchange.server().controlToken().text().isPresent();
    }

    /**
     * Refuses who does not know the control token, where there is one.
     *
     * @throws ApiException 403
     */
    void requireToken(String given) {
        if (!exchange.server().controlToken().admits(given)) {
            throw ApiException.of(403, "The pages of this server take its control token.");
        }
    }

    /** The login of the user who is signed in, if anybody is. */
    Optional<String> signedIn() {
        Long user = exchange.world().signedIn();
        return user == null
                ? Optional.empty()
                : exchange.world().accounts().user(user).map(User::login);
    }

    /**
     * The user with the login.
     *
     * @throws ApiException 422 if there is none
     */
    static User user(World world, String login) {
        String named = login == null ? "" : login.strip();
        String fault = named.isEmpty() ? "No user is named." : "There is no user \"" + named + "\".";
        return world.accounts().user(named).orElseThrow(() -> ApiException.of(422, fault));
    }

    /** Logins of some users: of so many accounts are they chosen, however many there are. */
    List<String> users() {
        return isExposed()
                ? List.of()
                : exchange.world().accounts().all().stream()
                        .limit(SUGGESTED)
                        .filter(User.class::isInstance)
                        .map(Account::login)
                        .sorted(String.CASE_INSENSITIVE_ORDER)
                        .toList();
    }

    /**
     * Logins of accounts on which the user may install the app: their own, and among their first organizations those
     * they own.
     */
    static List<String> targets(World world, App app, User user) {
        Stream<Long> organizations = world.memberships().belonging(user.id()).active().slice(0, SUGGESTED).stream();
        return Stream.concat(Stream.of(user.id()), organizations)
                .filter(account -> AppInstaller.isOpenTo(app, account))
                .flatMap(account -> world.accounts().account(account).stream())
                .filter(account -> AppInstaller.isOwner(world, account.id(), user))
                .map(Account::login)
                .toList();
    }

    /**
     * The account whose app the user makes: the organization, or their own.
     *
     * @throws ApiException 403 if the user is not an owner of the organization
     */
    static Account owner(World world, Optional<Organization> organization, User user) {
        organization
                .filter(of -> !world.memberships().roster(of.id()).isOwner(user.id()))
                .ifPresent(of -> {
                    throw ApiException.of(
                            403,
                            user.login() + " is not an owner of " + of.login() + ", and may not create apps for it.");
                });
        return organization.<Account>map(of -> of).orElse(user);
    }
}
