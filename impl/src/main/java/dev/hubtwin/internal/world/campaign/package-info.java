/** Security campaigns. */
@NullMarked
package dev.hubtwin.internal.world.campaign;

import org.jspecify.annotations.NullMarked;
