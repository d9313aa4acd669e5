package dev.hubtwin.internal.forwarding;

import java.net.URI;

/** Tells which of the processes that are one twin serves its worlds. Both methods return quickly, and never fail. */
public interface Ownership {

    /** Returns who serves at the moment; asked for each request. */
    Owner owner();

    /** Returns what requests between the processes are signed with; the same in all of them. */
    ForwardingKey key();

    /** Who serves. */
    sealed interface Owner permits Here, Elsewhere, Nowhere {}

    /** This process does. */
    record Here() implements Owner {}

    /**
     * Another process does.
     *
     * @param url where it listens without TLS, such as {@code http://10.0.0.7:8080}
     */
    record Elsewhere(URI url) implements Owner {

        /**
         * A process that listens there.
         *
         * @throws IllegalArgumentException if the URL is none of a server without TLS
         */
        public Elsewhere {
            if (!"http".equals(url.getScheme()) || url.getHost() == null) {
                throw new IllegalArgumentException(url + " is no URL of a process; expected http://host:port");
            }
        }
    }

    /** Nobody does, or nobody knows who. */
    record Nowhere() implements Owner {}
}
