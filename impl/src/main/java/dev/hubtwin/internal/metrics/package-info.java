/** What is counted and measured of a server, and the text in which Prometheus reads it. */
package dev.hubtwin.internal.metrics;
