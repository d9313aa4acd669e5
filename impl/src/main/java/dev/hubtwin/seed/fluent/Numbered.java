package dev.hubtwin.seed.fluent;

/**
 * Something that has an id.
 *
 * @param <T> its own type
 */
public abstract class Numbered<T extends Numbered<T>> extends Thing<T> {

  Numbered() {}

  /** The id; without it, the next free one. */
  public final T id(long id) {
    return with("id", id);
  }
}
