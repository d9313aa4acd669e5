/** The texts that seeds are written in, and where something stands in them. */
@NullMarked
package dev.hubtwin.internal.seed.text;

import org.jspecify.annotations.NullMarked;
