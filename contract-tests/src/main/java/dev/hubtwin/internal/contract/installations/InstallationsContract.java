package dev.hubtwin.internal.contract.installations;

import dev.hubtwin.internal.contract.generated.GeneratedScenarios;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** The contract of the operations on installations of apps, and on their tokens, in parts. */
@Tag("installations")
@DisplayName("installations")
public class InstallationsContract {

    @Nested
    @DisplayName("Installations")
    class Lifecycle extends InstallationsScenarios {}

    @Nested
    @DisplayName("Installation tokens")
    class Tokens extends InstallationTokensScenarios {}

    @Nested
    @DisplayName("Permissions")
    class Permissions extends PermissionsScenarios {}

    @Nested
    @DisplayName("Installations, on any server")
    class OnAnyServer extends InstallationsAnywhereScenarios {}

    @Nested
    @DisplayName("Generated requests for installations")
    class Generated extends GeneratedScenarios {}
}
