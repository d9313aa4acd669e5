/** Who belongs to which organization. */
@NullMarked
package dev.hubtwin.internal.world.membership;

import org.jspecify.annotations.NullMarked;
