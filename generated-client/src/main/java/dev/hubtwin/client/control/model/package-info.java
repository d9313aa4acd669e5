/** What operations of the control API take and give. */
@NullMarked
package dev.hubtwin.client.control.model;

import org.jspecify.annotations.NullMarked;
