/** Teams. */
@NullMarked
package dev.hubtwin.internal.world.team;

import org.jspecify.annotations.NullMarked;
