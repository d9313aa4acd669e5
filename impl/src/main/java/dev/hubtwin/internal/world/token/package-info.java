/** Tokens, and what they grant. */
package dev.hubtwin.internal.world.token;
