package dev.hubtwin.internal.jetty;

/**
 * What the application says of a response that may be given again.
 *
 * @param store where it is kept
 * @param body what is sent as its body, which nobody changes any more; empty for 304
 * @param freshness decides each time
 */
public record Reusable(ResponseStore store, byte[] body, Freshness freshness) {

    /** The property of a request whose response is one. */
    public static final String PROPERTY = Reusable.class.getName();
}
