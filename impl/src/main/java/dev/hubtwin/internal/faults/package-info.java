/** What goes wrong on purpose. It stands beside a world and is not part of its state. */
package dev.hubtwin.internal.faults;
