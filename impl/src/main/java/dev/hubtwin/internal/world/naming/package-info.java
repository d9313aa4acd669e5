/** How things are named: node ids, and the words that enums have on the wire. */
package dev.hubtwin.internal.world.naming;
