/** Teams. */
package dev.hubtwin.internal.world.team;
