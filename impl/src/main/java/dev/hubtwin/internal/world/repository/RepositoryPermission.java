package dev.hubtwin.internal.world.repository;

import dev.hubtwin.internal.world.naming.WireName;

/** What somebody may do in a repository; the greater includes the less. */
public enum RepositoryPermission implements WireName {
    PULL,
    TRIAGE,
    PUSH,
    MAINTAIN,
    ADMIN;

    /** Whether {@code access} includes this. */
    public boolean isWithin(RepositoryPermission access) {
        return compareTo(access) <= 0;
    }
}
