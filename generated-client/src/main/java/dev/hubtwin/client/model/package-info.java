/** What GitHub takes and gives, generated from the schemas of the description. */
@NullMarked
package dev.hubtwin.client.model;

import org.jspecify.annotations.NullMarked;
