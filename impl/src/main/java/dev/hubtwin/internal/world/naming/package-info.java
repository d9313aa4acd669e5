/** How things are named: node ids, and the words that enums have on the wire. */
@NullMarked
package dev.hubtwin.internal.world.naming;

import org.jspecify.annotations.NullMarked;
