package dev.hubtwin.internal.contract.apps;

import dev.hubtwin.internal.contract.generated.GeneratedScenarios;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** The contract of the operations on GitHub Apps, in parts. */
@Tag("apps")
@DisplayName("apps")
public class AppsContract {

    @Nested
    @DisplayName("Apps")
    class Profiles extends AppsScenarios {}

    @Nested
    @DisplayName("Manifests")
    class Manifests extends ManifestsScenarios {}

    @Nested
    @DisplayName("Scoped tokens")
    class ScopedTokens extends ScopedTokensScenarios {}

    @Nested
    @DisplayName("Apps, on any server")
    class OnAnyServer extends AppsAnywhereScenarios {}

    @Nested
    @DisplayName("Generated requests for apps")
    class Generated extends GeneratedScenarios {}
}
