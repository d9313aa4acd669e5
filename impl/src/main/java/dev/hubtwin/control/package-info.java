/** The control API: the state of a world, in and out, and the server that holds it. */
package dev.hubtwin.control;
