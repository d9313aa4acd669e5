/** What happened, and who hears of it. */
package dev.hubtwin.internal.event;
