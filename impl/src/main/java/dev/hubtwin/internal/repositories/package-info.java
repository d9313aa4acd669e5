/** The tag {@code repositories}: lists of repositories, new ones, and who collaborates in them. */
@NullMarked
package dev.hubtwin.internal.repositories;

import org.jspecify.annotations.NullMarked;
