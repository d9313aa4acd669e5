/** What arrived and what was answered. It stands beside a world and is not part of its state. */
package dev.hubtwin.internal.traffic;
