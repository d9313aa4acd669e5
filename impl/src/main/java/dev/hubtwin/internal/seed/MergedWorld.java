package dev.hubtwin.internal.seed;

import dev.hubtwin.internal.seed.slice.WorldSlice;
import dev.hubtwin.internal.world.World;

/**
 * A world that a document was merged into.
 *
 * @param world the world after it
 * @param before what of the world before it the document touched
 * @param after what of the world after it the document touched; both or neither are the whole
 */
public record MergedWorld(World world, WorldSlice before, WorldSlice after) {}
