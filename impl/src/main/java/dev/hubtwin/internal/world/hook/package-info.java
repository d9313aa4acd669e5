/** Webhooks. */
package dev.hubtwin.internal.world.hook;
