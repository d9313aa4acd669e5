package dev.hubtwin.internal.world.membership;

import dev.hubtwin.internal.world.naming.WireName;

/** What somebody is in a team, or is to be in it. */
public enum TeamRole implements WireName {
    MEMBER,
    MAINTAINER
}
