package dev.hubtwin.seed;

/**
 * Something that has an id.
 *
 * @param <T> its own type
 */
public abstract class NumberedSeed<T extends NumberedSeed<T>> extends SeedElement<T> {

    NumberedSeed() {}

    /** The id; without it, the next free one. */
    public final T id(long id) {
        return with("id", id);
    }
}
