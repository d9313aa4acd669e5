/** Ordered indexes and maps that never grow with what they do not hold. */
package dev.hubtwin.internal.world.index;
