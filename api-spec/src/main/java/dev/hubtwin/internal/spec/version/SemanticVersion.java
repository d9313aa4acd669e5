package dev.hubtwin.internal.spec.version;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version of a description, as Semantic Versioning has it; labels such as {@code -rc.1} are not used here. */
public record SemanticVersion(int major, int minor, int patch) {

    private static final Pattern FORM = Pattern.compile("(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)");

    /** What a change asks of the next version, from the least. */
    public enum Step {
        NONE,
        PATCH,
        MINOR,
        MAJOR
    }

    /**
     * Reads a version.
     *
     * @throws IllegalArgumentException if the text is not three numbers
     */
    public static SemanticVersion of(String text) {
        Matcher numbers = FORM.matcher(text);
        if (!numbers.matches()) {
            throw new IllegalArgumentException("not a semantic version: " + text);
        }
        return new SemanticVersion(
                Integer.parseInt(numbers.group(1)),
                Integer.parseInt(numbers.group(2)),
                Integer.parseInt(numbers.group(3)));
    }

    /** The largest step that lies between this version and a later one; none if the other is not later. */
    public Step to(SemanticVersion later) {
        if (later.major != major) {
            return later.major > major ? Step.MAJOR : Step.NONE;
        }
        if (later.minor != minor) {
            return later.minor > minor ? Step.MINOR : Step.NONE;
        }
        return later.patch > patch ? Step.PATCH : Step.NONE;
    }

    /** The version that is one step later. */
    public SemanticVersion after(Step step) {
        return switch (step) {
            case NONE -> this;
            case PATCH -> new SemanticVersion(major, minor, patch + 1);
            case MINOR -> new SemanticVersion(major, minor + 1, 0);
            case MAJOR -> new SemanticVersion(major + 1, 0, 0);
        };
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}
