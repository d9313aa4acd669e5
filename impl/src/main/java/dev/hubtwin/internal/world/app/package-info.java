/** GitHub Apps, OAuth apps, installations and manifest codes. */
@NullMarked
package dev.hubtwin.internal.world.app;

import org.jspecify.annotations.NullMarked;
