package dev.hubtwin.internal.seed.text;

import org.jspecify.annotations.Nullable;

/** Says that a text is not JSON or YAML, is not an object, or has a member twice. Its message quotes nothing of it. */
public final class UnreadableTextException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final @Nullable String repeated;
    private final int line;
    private final String problem;

    private UnreadableTextException(@Nullable String repeated, int line, String problem) {
        super(problem);
        this.repeated = repeated;
        this.line = line;
        this.problem = problem;
    }

    /**
     * Refuses a text.
     *
     * @param line the line that cannot be read, counted from 1; 0 if it is unknown
     */
    static UnreadableTextException malformed(int line, String problem) {
        return new UnreadableTextException(null, line, problem);
    }

    /** Refuses a text that has a member twice, at a path. */
    static UnreadableTextException repeated(String path, int line) {
        return new UnreadableTextException(path, line, "this is here twice; expected it once");
    }

    /** Returns the path of the member that is there twice; null if the text cannot be read at all. */
    public @Nullable String repeated() {
        return repeated;
    }

    /** Returns the line of what is wrong, counted from 1; 0 if it is unknown. */
    public int line() {
        return line;
    }

    /** Returns what is wrong and what was expected. */
    public String problem() {
        return problem;
    }
}
