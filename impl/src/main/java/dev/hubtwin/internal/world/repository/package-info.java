/** Repositories, and who reaches them from outside. */
package dev.hubtwin.internal.world.repository;
