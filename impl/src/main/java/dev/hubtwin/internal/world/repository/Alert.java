package dev.hubtwin.internal.world.repository;

import dev.hubtwin.internal.world.naming.WireName;

/**
 * A code scanning alert of a repository.
 *
 * @param inProgress somebody works on it: counted among the open ones too
 */
public record Alert(int number, State state, boolean inProgress) {

    /** An alert is open while it is neither fixed nor dismissed. */
    public enum State implements WireName {
        OPEN,
        FIXED,
        DISMISSED
    }
}
