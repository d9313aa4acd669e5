/** Ordered indexes and maps that never grow with what they do not hold. */
@NullMarked
package dev.hubtwin.internal.world.index;

import org.jspecify.annotations.NullMarked;
