package dev.hubtwin.internal.event;

import dev.hubtwin.internal.world.naming.WireName;

/** What webhooks subscribe to; the word is that of {@code X-GitHub-Event}. */
public enum EventType implements WireName {
    ORGANIZATION("members", false),
    MEMBERSHIP("members", false),
    TEAM("members", false),
    MEMBER("members", true),
    REPOSITORY("metadata", true),
    INSTALLATION(null, false),
    INSTALLATION_REPOSITORIES(null, false),
    GITHUB_APP_AUTHORIZATION(null, false),
    PING(null, false),
    META(null, false);

    private final String permission;
    private final boolean isOfRepositories;

    EventType(String permission, boolean isOfRepositories) {
        this.permission = permission;
        this.isOfRepositories = isOfRepositories;
    }

    /** What an installation must be allowed to read to hear of it; null where an app hears of it by itself or never. */
    public String permission() {
        return permission;
    }

    /** Whether webhooks of repositories can subscribe to it, too. */
    public boolean isOfRepositories() {
        return isOfRepositories;
    }
}
