package dev.hubtwin.seed;

import java.util.Map;

/** A user. */
public final class UserSeed extends NumberedSeed<UserSeed> {

    UserSeed(String login) {
        with("login", login);
    }

    /** Sets the display name. */
    public UserSeed name(String name) {
        return with("name", name);
    }

    /** Sets the public email address. */
    public UserSeed email(String email) {
        return with("email", email);
    }

    /** Leaves the user without two-factor authentication (R64, R97). Default: it is enabled. */
    public UserSeed withoutTwoFactor() {
        return with("two_factor", false);
    }

    /** Makes the user an administrator of the server. Default: they are not one. */
    public UserSeed siteAdmin() {
        return with("site_admin", true);
    }

    /**
     * Flags the user, as GitHub does spammers: no organization can invite them (R77). Default: they are not flagged.
     */
    public UserSeed flagged() {
        return with("flagged", true);
    }

    /**
     * Adds a public SSH key.
     *
     * @param key the kind of key and the key itself, without a comment
     */
    public UserSeed sshKey(String title, String key) {
        return add("keys", Map.of("title", title, "key", key));
    }

    /** Adds logins that the user had before; requests for them find nobody. */
    public UserSeed formerLogins(String... logins) {
        return add("former_logins", (Object[]) logins);
    }
}
