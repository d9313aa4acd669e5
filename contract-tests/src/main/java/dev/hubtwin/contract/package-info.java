/**
 * Holds any server to the contract of GitHub's REST API, from Java: in a test, or wherever else. The command line of
 * the contract tests is made of the same.
 *
 * <pre>{@code
 * ContractTests.on("http://localhost:8080")
 *         .config(Path.of("names.yaml"))
 *         .run()
 *         .assertPassed();
 * }</pre>
 *
 * <p>It knows a URL and nothing of how the server is made. It needs no JUnit, and runs beside any.
 */
@NullMarked
package dev.hubtwin.contract;

import org.jspecify.annotations.NullMarked;
