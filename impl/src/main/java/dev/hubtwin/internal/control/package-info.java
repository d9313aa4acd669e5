/**
 * The control API: the state of a world, in and out, and the server that holds it; and the same in Java, from
 * {@link dev.hubtwin.TwinWorld} on.
 */
package dev.hubtwin.internal.control;
