/** The published descriptions, and the pages on which people read them. */
package dev.hubtwin.internal.description;
