package dev.hubtwin.events;

import dev.hubtwin.world.Worded;

/** What webhooks subscribe to; the word is that of {@code X-GitHub-Event}. */
public enum Topic implements Worded {
  ORGANIZATION("members"),
  MEMBERSHIP("members"),
  TEAM("members"),
  MEMBER("members"),
  INSTALLATION(null),
  INSTALLATION_REPOSITORIES(null),
  PING(null),
  META(null);

  private final String permission;

  Topic(String permission) {
    this.permission = permission;
  }

  /** What an installation must be allowed to read to hear of it; null where an app hears of it by itself or never. */
  String permission() {
    return permission;
  }
}
