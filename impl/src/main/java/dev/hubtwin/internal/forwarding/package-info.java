/**
 * How the processes of one twin know who serves it, and believe each other; requests between them are in {@code jetty}.
 */
package dev.hubtwin.internal.forwarding;
