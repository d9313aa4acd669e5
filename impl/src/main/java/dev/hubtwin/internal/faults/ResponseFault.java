package dev.hubtwin.internal.faults;

import java.time.Duration;

/**
 * How an answer is sent, if not at once and whole.
 *
 * @param delay how long it waits; no thread does
 * @param broken what happens to it
 */
public record ResponseFault(Duration delay, Break broken) {

    /** The property of a request that has its answer sent so. */
    public static final String PROPERTY = ResponseFault.class.getName();

    /** At once and whole. */
    public static final ResponseFault WHOLE = new ResponseFault(Duration.ZERO, Break.NONE);

    /** What happens to an answer. One without a body cannot be truncated or garbled, and is cut. */
    public enum Break {
        /** Nothing. */
        NONE,
        /** It is not sent, and the connection ends. */
        CUT,
        /** The connection ends in the middle of the body. */
        TRUNCATED,
        /** As many bytes are sent that are not JSON, and not UTF-8. */
        GARBLED
    }
}
