package dev.hubtwin.internal.world.account;

import java.util.Comparator;
import java.util.Locale;

/**
 * A user as lists of people have them: in the order of the logins, in any case.
 *
 * @param key the login in lower case
 */
public record UserName(String key, long id) {

    /** By login. */
    public static final Comparator<UserName> ORDER = Comparator.comparing(UserName::key);

    /** The name of a user. */
    public static UserName of(User user) {
        return new UserName(user.login().toLowerCase(Locale.ROOT), user.id());
    }
}
