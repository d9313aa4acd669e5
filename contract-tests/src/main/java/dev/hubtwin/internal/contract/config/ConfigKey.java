package dev.hubtwin.internal.contract.config;

import java.util.Arrays;
import java.util.Optional;

/** The keys of a config file: what a target may have for portable scenarios. */
public enum ConfigKey {
    ORGANIZATION("organization", Kind.TEXT, "an organization for tests"),
    OWNER("users.owner", Kind.TEXT, "the login of an owner"),
    MEMBER("users.member", Kind.TEXT, "the login of a member"),
    OUTSIDER("users.outsider", Kind.TEXT, "the login of an outsider"),
    INVITEE("users.invitee", Kind.TEXT, "the login of somebody to invite"),
    PENDING("users.pending", Kind.TEXT, "the login of somebody who is invited"),
    COLLABORATOR("users.collaborator", Kind.TEXT, "the login of an outside collaborator"),
    HOOK_URL("hook_url", Kind.ADDRESS, "an address for webhooks"),
    OWNER_TOKEN("tokens.owner", Kind.SECRET, "a token of an owner"),
    MEMBER_TOKEN("tokens.member", Kind.SECRET, "a token of a member"),
    OUTSIDER_TOKEN("tokens.outsider", Kind.SECRET, "a token of an outsider"),
    PENDING_TOKEN("tokens.pending", Kind.SECRET, "a token of somebody who is invited"),
    SCOPELESS_TOKEN("tokens.without_scopes", Kind.SECRET, "a token without scopes"),
    APP_ID("app.id", Kind.NUMBER, "the id of an app"),
    APP_KEY("app.private_key", Kind.KEY, "the private key of the app"),
    APP_CLIENT_ID("app.client_id", Kind.TEXT, "the client id of the app"),
    APP_CLIENT_SECRET("app.client_secret", Kind.SECRET, "the client secret of the app"),
    APP_USER_TOKEN("app.user_token", Kind.SECRET, "a user's token from the app"),
    INSTALLATION("app.installation", Kind.NUMBER, "the id of an installation of the app"),
    ALERTS_REPOSITORY("alerts.repository_id", Kind.NUMBER, "the id of a repository with code scanning alerts"),
    ALERT_NUMBERS("alerts.numbers", Kind.NUMBERS, "the numbers of its alerts"),
    MAY_WRITE("may.write", Kind.PERMISSION, "permission to change things"),
    MAY_REMOVE_MEMBER("may.remove_member", Kind.PERMISSION, "permission to remove the member"),
    MAY_CONVERT_MEMBER("may.convert_member", Kind.PERMISSION, "permission to make the member an outside collaborator"),
    MAY_SUSPEND("may.suspend_installation", Kind.PERMISSION, "permission to suspend the installation");

    /** The kinds of values. */
    enum Kind {
        TEXT,
        ADDRESS,
        SECRET,
        NUMBER,
        NUMBERS,
        KEY,
        PERMISSION
    }

    private final String key;
    private final Kind kind;
    private final String meaning;

    ConfigKey(String key, Kind kind, String meaning) {
        this.key = key;
        this.kind = kind;
        this.meaning = meaning;
    }

    /** Returns the constant of a key. */
    static Optional<ConfigKey> of(String key) {
        return Arrays.stream(values()).filter(name -> name.key.equals(key)).findFirst();
    }

    /** Returns the key in a config file, with dots between the levels. */
    public String key() {
        return key;
    }

    /** Returns what it is, in words that follow "needs". */
    public String meaning() {
        return meaning;
    }

    Kind kind() {
        return kind;
    }

    /** Whether the value is a permission to change things. */
    boolean isPermission() {
        return kind == Kind.PERMISSION;
    }

    /** Whether the value is a secret. */
    public boolean isSecret() {
        return kind == Kind.SECRET || kind == Kind.KEY;
    }
}
