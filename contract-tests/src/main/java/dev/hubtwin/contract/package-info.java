/**
 * What any server of the published description must do, as scenarios over HTTP. They know a {@link
 * dev.hubtwin.contract.Target} and nothing of what is behind it, so they run against any server that holds the world of
 * {@code fixture.yaml}. A later runner offers its own targets through {@link dev.hubtwin.contract.Targets.Source}.
 */
package dev.hubtwin.contract;
