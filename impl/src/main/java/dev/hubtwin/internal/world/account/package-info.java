/** Users and organizations. */
@NullMarked
package dev.hubtwin.internal.world.account;

import org.jspecify.annotations.NullMarked;
