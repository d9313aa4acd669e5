package dev.hubtwin.internal.spec.lint;

/**
 * One thing that is wrong with a description.
 *
 * @param pointer where, as a JSON pointer into the bundle (or a file's name, where a rule is about the sources)
 * @param what what, in a few words
 */
public record Finding(String pointer, String what) {

    @Override
    public String toString() {
        return pointer + ": " + what;
    }
}
