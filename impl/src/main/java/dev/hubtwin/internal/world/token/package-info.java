/** Tokens, and what they grant. */
@NullMarked
package dev.hubtwin.internal.world.token;

import org.jspecify.annotations.NullMarked;
