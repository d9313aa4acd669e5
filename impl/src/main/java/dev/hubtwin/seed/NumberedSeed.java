package dev.hubtwin.seed;

/**
 * A part of a seed that has an id.
 *
 * @param <T> the type of the part itself
 */
public abstract class NumberedSeed<T extends NumberedSeed<T>> extends SeedElement<T> {

    NumberedSeed() {}

    /** Sets the id, a positive number that nothing else of its kind has. Default: the next free one. */
    public final T id(long id) {
        return with("id", id);
    }
}
