/** Runs a twin of GitHub's REST API in a container, for tests that use Testcontainers. */
@NullMarked
package dev.hubtwin.testcontainers;

import org.jspecify.annotations.NullMarked;
