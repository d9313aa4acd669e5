package dev.hubtwin.internal.seed.slice;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What a slice of a world holds, and by which key. */
public enum SliceKind {
    /** Users and organizations, by id; of an organization, what does not belong to another kind. */
    ACCOUNTS,
    /** By id. */
    REPOSITORIES,
    /** By client id. */
    OAUTH_APPS,
    /** By id. */
    APPS,
    /** Of an app, by id. */
    INSTALLATIONS,
    /** By code. */
    CODES,
    /** By the hash of their text. */
    TOKENS,
    /** Of an organization, by the id of the user. */
    MEMBERS,
    /** Of an organization, by id. */
    TEAMS,
    /** Of an organization, by id. */
    HOOKS,
    /** Of an organization, by number. */
    CAMPAIGNS,
    /** Of an organization, those that are not pending members: one list, by the id of the organization. */
    INVITATIONS,
    /** Of an organization, when users invited somebody: one list, by the id of the organization. */
    INVITATIONS_SENT,
    /** Of an organization, those who are listed as such: one list, by the id of the organization. */
    OUTSIDE_COLLABORATORS,
    /** Of an organization, one list, by its id. */
    BILLING_MANAGERS,
    /** Of an organization, those who blocked it: one list, by its id. */
    BLOCKING_USERS,
    /** Of an organization, the teams that manage its security: one list, by its id. */
    SECURITY_MANAGERS;

    /** The kinds that are one list of an organization. */
    static final Set<SliceKind> LISTS = Collections.unmodifiableSet(EnumSet.range(INVITATIONS, SECURITY_MANAGERS));
}
