/** The models of the control API, read and written without a request. */
@NullMarked
package dev.hubtwin.client.control;

import org.jspecify.annotations.NullMarked;
