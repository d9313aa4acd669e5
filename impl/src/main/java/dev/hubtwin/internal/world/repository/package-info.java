/** Repositories, and who reaches them from outside. */
@NullMarked
package dev.hubtwin.internal.world.repository;

import org.jspecify.annotations.NullMarked;
