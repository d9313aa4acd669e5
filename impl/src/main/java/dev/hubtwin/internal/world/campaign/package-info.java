/** Security campaigns. */
package dev.hubtwin.internal.world.campaign;
