/**
 * Runs a twin of GitHub's REST API inside a Java process: {@link dev.hubtwin.Twin} serves worlds over HTTP, and each
 * {@link dev.hubtwin.TwinWorld} is read and steered in Java.
 *
 * <pre>{@code
 * Seed seed = Seed.of().users("olivia", "ivan").organization("acme", acme -> acme.owner("olivia"));
 * try (Twin twin = Twin.start(seed)) {
 *     TwinWorld world = twin.world();
 *     world.asUser("olivia").memberships().setMembershipForUser("acme", "ivan", new OrgMembershipSet());
 *     world.clock().advance(Duration.ofDays(8));   // the invitation has expired
 *     runMyProgram(world.url());
 * }
 * }</pre>
 *
 * <p>In a JUnit test, {@link dev.hubtwin.junit} starts and stops the twin. What a world contains is described by
 * {@link dev.hubtwin.seed}; the clients are those of {@code dev.hubtwin.client}.
 */
@NullMarked
package dev.hubtwin;

import org.jspecify.annotations.NullMarked;
