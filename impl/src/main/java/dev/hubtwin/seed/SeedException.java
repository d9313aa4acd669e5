package dev.hubtwin.seed;

import dev.hubtwin.internal.seed.document.DocumentPath;

/** A state that is refused as a whole: where, and why. It quotes no secrets. */
public final class SeedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient DocumentPath place;
    private final int line;
    private final String problem;
    private final boolean malformed;

    private SeedException(DocumentPath place, int line, String problem, boolean malformed) {
        super((line > 0 ? "line " + line : "")
                + (place == DocumentPath.ROOT ? "" : (line > 0 ? ", " : "") + place)
                + (line > 0 || place != DocumentPath.ROOT ? ": " : "")
                + problem);
        this.place = place;
        this.line = line;
        this.problem = problem;
        this.malformed = malformed;
    }

    /** A document that cannot be understood as JSON or YAML at all. */
    public static SeedException malformed(int line, String problem) {
        return new SeedException(DocumentPath.ROOT, line, problem, true);
    }

    /** Something in a document that cannot be so, on a line not looked up yet. */
    public static SeedException at(DocumentPath place, String problem) {
        return new SeedException(place, 0, problem, false);
    }

    /** The same, found to stand elsewhere. */
    public SeedException moved(DocumentPath elsewhere, int onLine) {
        return new SeedException(elsewhere, onLine, problem, malformed);
    }

    public DocumentPath place() {
        return place;
    }

    /** Where it stands, as {@code organizations[0].members[2].login}; empty for the document itself. */
    public String path() {
        return place.toString();
    }

    /** The line it stands on, from 1; 0 where it stands on no line of the document that was given. */
    public int line() {
        return line;
    }

    /** What is wrong and what was expected, without the place. */
    public String problem() {
        return problem;
    }

    /** Whether the document is no JSON or YAML at all, or no object. */
    public boolean isMalformed() {
        return malformed;
    }
}
