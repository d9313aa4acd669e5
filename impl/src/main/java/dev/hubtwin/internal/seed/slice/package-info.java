/** The things of a world that a document names, and those that depend on them. */
package dev.hubtwin.internal.seed.slice;
