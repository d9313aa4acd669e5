package dev.hubtwin.internal.event;

import dev.hubtwin.internal.world.naming.WireName;

/** What webhooks subscribe to; the word is that of {@code X-GitHub-Event}. */
public enum EventType implements WireName {
    ORGANIZATION("members"),
    MEMBERSHIP("members"),
    TEAM("members"),
    MEMBER("members"),
    INSTALLATION(null),
    INSTALLATION_REPOSITORIES(null),
    GITHUB_APP_AUTHORIZATION(null),
    PING(null),
    META(null);

    private final String permission;

    EventType(String permission) {
        this.permission = permission;
    }

    /** What an installation must be allowed to read to hear of it; null where an app hears of it by itself or never. */
    public String permission() {
        return permission;
    }
}
