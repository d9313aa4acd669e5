/**
 * A client of GitHub's API over the JDK's own HTTP client. {@link dev.hubtwin.client.GitHubClient} is where to begin.
 * What each operation takes and gives is generated from the description; how requests are signed in, sent, repeated and
 * read is written by hand.
 */
@NullMarked
package dev.hubtwin.client;

import org.jspecify.annotations.NullMarked;
