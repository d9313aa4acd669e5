package dev.hubtwin.seed;

/** A user. */
public final class UserSeed extends NumberedSeed<UserSeed> {

    UserSeed(String login) {
        with("login", login);
    }

    /** The name for people. */
    public UserSeed name(String name) {
        return with("name", name);
    }

    /** The public address. */
    public UserSeed email(String email) {
        return with("email", email);
    }

    /** Whoever has no second factor is kept out where one is demanded. */
    public UserSeed withoutTwoFactor() {
        return with("two_factor", false);
    }

    /** Somebody who runs the server. */
    public UserSeed siteAdmin() {
        return with("site_admin", true);
    }

    /** What they were called before. */
    public UserSeed formerly(String... logins) {
        return add("former_logins", (Object[]) logins);
    }
}
