package dev.hubtwin.internal.world.account;

import dev.hubtwin.internal.world.index.SortedIndex;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.pcollections.PMap;
import org.pcollections.TreePMap;

/**
 * Users and organizations.
 *
 * @param byId all of them
 * @param byLogin ids by login in lower case
 * @param organizationIds in the order of creation (R34)
 * @param keys what users sign in with over SSH
 */
public record Accounts(
        PMap<Long, Account> byId, PMap<String, Long> byLogin, SortedIndex<Long> organizationIds, SshKeys keys) {

    public static final Accounts NONE =
            new Accounts(TreePMap.empty(), TreePMap.empty(), SortedIndex.natural(), SshKeys.NONE);

    /** The user or organization with the id. */
    public Optional<Account> account(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The user or organization with the login, in any case. */
    public Optional<Account> account(String login) {
        return Optional.ofNullable(byLogin.get(login.toLowerCase(Locale.ROOT))).map(byId::get);
    }

    /** The user with the id. */
    public Optional<User> user(long id) {
        return account(id).filter(User.class::isInstance).map(User.class::cast);
    }

    /** The user with the login, in any case (R158). */
    public Optional<User> user(String login) {
        return account(login).filter(User.class::isInstance).map(User.class::cast);
    }

    /** The organization with the id. */
    public Optional<Organization> organization(long id) {
        return account(id).filter(Organization.class::isInstance).map(Organization.class::cast);
    }

    /** The organization with the login, in any case (R7, R158). */
    public Optional<Organization> organization(String login) {
        return account(login).filter(Organization.class::isInstance).map(Organization.class::cast);
    }

    /** All of them, in no order. */
    public Collection<Account> all() {
        return byId.values();
    }

    public Accounts with(Account account) {
        Account old = byId.get(account.id());
        Long id = account.id();
        String login = account.login().toLowerCase(Locale.ROOT);
        PMap<String, Long> logins =
                old == null ? byLogin : byLogin.minus(old.login().toLowerCase(Locale.ROOT));
        return new Accounts(
                byId.plus(id, account),
                logins.plus(login, id),
                account instanceof Organization ? organizationIds.plus(id) : organizationIds,
                keys);
    }

    /** Returns this with other keys. */
    public Accounts with(SshKeys changed) {
        return new Accounts(byId, byLogin, organizationIds, changed);
    }

    /** Returns this without the account and its keys; what else belongs to it must be gone. */
    public Accounts without(long id) {
        Account account = byId.get(id);
        return account == null
                ? this
                : new Accounts(
                        byId.minus(id),
                        byLogin.minus(account.login().toLowerCase(Locale.ROOT)),
                        organizationIds.minus(id),
                        keys.withoutUser(id));
    }
}
