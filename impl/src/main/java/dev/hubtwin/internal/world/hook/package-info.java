/** Webhooks. */
@NullMarked
package dev.hubtwin.internal.world.hook;

import org.jspecify.annotations.NullMarked;
