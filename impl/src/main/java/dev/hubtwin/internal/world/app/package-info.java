/** GitHub Apps, OAuth apps, installations and manifest codes. */
package dev.hubtwin.internal.world.app;
