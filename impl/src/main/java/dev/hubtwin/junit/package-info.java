/**
 * The twin in a JUnit test: {@link dev.hubtwin.junit.HubtwinTest} at a class, or
 * {@link dev.hubtwin.junit.HubtwinExtension} in a field. One server serves the whole run, and each test has a world of
 * its own, a {@link dev.hubtwin.TwinWorld}, so tests may run in parallel. Nothing else of this library needs JUnit.
 */
package dev.hubtwin.junit;
