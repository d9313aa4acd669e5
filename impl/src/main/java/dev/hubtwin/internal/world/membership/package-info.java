/** Who belongs to which organization. */
package dev.hubtwin.internal.world.membership;
