/** Users and organizations. */
package dev.hubtwin.internal.world.account;
