/**
 * A client of GitHub's API over the JDK's own HTTP client. What each operation takes and gives is generated from the
 * description; what a generator cannot know is written by hand: {@link dev.hubtwin.client.GitHubClient} with a
 * {@link dev.hubtwin.client.Credential}, {@link dev.hubtwin.client.Retries}, {@link dev.hubtwin.client.Pages} and
 * {@link dev.hubtwin.client.GitHubError}.
 */
@NullMarked
package dev.hubtwin.client;

import org.jspecify.annotations.NullMarked;
