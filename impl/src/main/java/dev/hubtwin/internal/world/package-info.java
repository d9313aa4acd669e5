/**
 * The whole state of a world as immutable values. Only {@code WorldStore}, of the package {@code store}, swaps it.
 *
 * <p>A member that may be absent (a text nobody gave, a time that has not come) is null; a lookup that may find nothing
 * answers an {@code Optional}. Every table keeps its own indexes in its own {@code with…} and {@code without…} methods;
 * where one change touches the indexes of two tables (a membership, a repository, a user's second factor), the method
 * stands in {@link dev.hubtwin.internal.world.World} and those of the tables are hidden. Nothing here reads the
 * system's time or draws anything at random.
 */
@NullMarked
package dev.hubtwin.internal.world;

import org.jspecify.annotations.NullMarked;
