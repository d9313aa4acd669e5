package dev.hubtwin.internal.spec.version;

/**
 * A difference by which something that worked with the earlier description fails with the later one.
 *
 * @param where an operation, or a schema and its member
 * @param what what happened to it, in a few words
 */
public record BreakingChange(String where, String what) {

    @Override
    public String toString() {
        return where + ": " + what;
    }
}
