/** What happened, and who hears of it. */
package dev.hubtwin.events;
