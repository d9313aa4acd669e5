package dev.hubtwin.seed;

/**
 * Says that a seed, or a document that changes the state of a world, is refused as a whole: where it is wrong, what is
 * wrong, and what was expected. Its message quotes no secrets.
 */
public final class SeedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String path;
    private final int line;
    private final String problem;
    private final boolean malformed;

    private SeedException(String path, int line, String problem, boolean malformed) {
        super(message(path, line, problem));
        this.path = path;
        this.line = line;
        this.problem = problem;
        this.malformed = malformed;
    }

    private static String message(String path, int line, String problem) {
        String place = line == 0 ? path : "line " + line + (path.isEmpty() ? "" : ", " + path);
        return place.isEmpty() ? problem : place + ": " + problem;
    }

    /**
     * Refuses a text that is not JSON or YAML, or is not an object.
     *
     * @param line the line that cannot be read, counted from 1; 0 if it is unknown
     * @param problem what is wrong and what was expected
     */
    public static SeedException malformed(int line, String problem) {
        return new SeedException("", line, problem, true);
    }

    /**
     * Refuses a value.
     *
     * @param path the path of the value, such as {@code organizations[0].members[2].login}; empty for the whole
     * @param line the line of the value, counted from 1; 0 if it is not on a line of a text
     * @param problem what is wrong and what was expected
     */
    public static SeedException at(String path, int line, String problem) {
        return new SeedException(path, line, problem, false);
    }

    /** Returns the path of what is wrong, such as {@code organizations[0].members[2].login}; empty for the whole. */
    public String path() {
        return path;
    }

    /** Returns the line of what is wrong, counted from 1; 0 if it is not on a line of the text that was given. */
    public int line() {
        return line;
    }

    /** Returns what is wrong and what was expected, without the place. */
    public String problem() {
        return problem;
    }

    /** Returns whether the text could not be read at all: it is not JSON or YAML, or is not an object. */
    public boolean isMalformed() {
        return malformed;
    }
}
