package dev.hubtwin.internal.world.account;

import java.time.Instant;

/** A user or an organization: they share one id space and their logins. */
public sealed interface Account permits User, Organization {

    /** Unique among users and organizations. */
    long id();

    /** In its canonical case. */
    String login();

    /** As given, else derived from the id. */
    String nodeId();

    /** When it was made. */
    Instant createdAt();

    /** When it was last changed. */
    Instant updatedAt();
}
