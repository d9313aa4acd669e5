/**
 * What any server of the published description must do, as scenarios over HTTP. They know a
 * {@link dev.hubtwin.internal.contract.config.Target} and nothing of what is behind it. Most of them expect the world
 * of {@code fixture.yaml}, which a control API arranges; those that end in {@code AnywhereScenarios} know no more than
 * {@link dev.hubtwin.internal.contract.config.TargetConfig} tell them. Each tag of the description has a
 * {@code <Tag>Contract}, whose parts these are. Targets are offered through
 * {@link dev.hubtwin.internal.contract.config.TargetProvider.Source}.
 */
package dev.hubtwin.internal.contract;
