/**
 * Scenarios over HTTP for any server of the published description. They know a
 * {@link dev.hubtwin.internal.contract.config.Target} and nothing of what is behind it. Most of them are
 * {@link dev.hubtwin.internal.contract.scenario.FixtureScenarios} and expect the world of {@code fixture.yaml}, which a
 * control API arranges; {@link dev.hubtwin.internal.contract.scenario.PortableScenarios} know no more than the target's
 * {@link dev.hubtwin.internal.contract.config.TargetConfig}. Each tag of the description has a {@code <Tag>Contract},
 * whose parts these are. Targets come from a {@link dev.hubtwin.internal.contract.config.TargetProvider.Source}.
 */
package dev.hubtwin.internal.contract;
