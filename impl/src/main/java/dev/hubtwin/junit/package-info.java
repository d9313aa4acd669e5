/**
 * Gives JUnit tests a twin: {@link dev.hubtwin.junit.HubtwinTest} on a class or a method, or
 * {@link dev.hubtwin.junit.HubtwinExtension} in a field. One server serves the whole run, and each test has a world of
 * its own, so tests may run in parallel. Only this package needs JUnit.
 *
 * <pre>{@code
 * @HubtwinTest("acme.yaml")
 * class MyProgramTest {
 *
 *     @Test
 *     void invitesNewMembers(TwinWorld world) {
 *         runMyProgram(world.url());
 *         assertEquals(1, world.mails().size());
 *     }
 * }
 * }</pre>
 */
@NullMarked
package dev.hubtwin.junit;

import org.jspecify.annotations.NullMarked;
