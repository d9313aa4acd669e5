/** How the heap is shared out among what strangers can fill; the figures are in docs/limits.md. */
package dev.hubtwin.internal.memory;
