package dev.hubtwin.internal.traffic;

/**
 * A path below the root, or how paths begin. Case does not count: in most places of a path it does not on GitHub.
 *
 * @param start the path, or its beginning
 * @param open whether anything may follow
 */
public record PathPattern(String start, boolean open) {

    /** Reads {@code /orgs/acme}, or {@code /orgs/*} for all paths that begin so. */
    public static PathPattern of(String text) {
        return text.endsWith("*")
                ? new PathPattern(text.substring(0, text.length() - 1), true)
                : new PathPattern(text, false);
    }

    /** Whether a raw path is this one, or begins so. */
    public boolean fits(String path) {
        return (open || path.length() == start.length()) && path.regionMatches(true, 0, start, 0, start.length());
    }

    /** As it is read. */
    @Override
    public String toString() {
        return open ? start + "*" : start;
    }
}
