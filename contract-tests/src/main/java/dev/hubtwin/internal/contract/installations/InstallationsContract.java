package dev.hubtwin.internal.contract.installations;

import dev.hubtwin.internal.contract.generated.GeneratedScenarios;
import dev.hubtwin.internal.contract.scenario.Fixture;
import dev.hubtwin.internal.contract.scenario.ServerUnderTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** The contract of the operations on installations of apps, and on their tokens, in parts. */
@Tag("installations")
@DisplayName("installations")
public class InstallationsContract {

    @Nested
    @DisplayName("Installations")
    class Lifecycle extends InstallationsScenarios {
        Lifecycle(Fixture fixture) {
            super(fixture);
        }
    }

    @Nested
    @DisplayName("Dates of installations")
    class Dates extends InstallationDatesScenarios {
        Dates(Fixture fixture) {
            super(fixture);
        }
    }

    @Nested
    @DisplayName("Installation tokens")
    class Tokens extends InstallationTokensScenarios {
        Tokens(Fixture fixture) {
            super(fixture);
        }
    }

    @Nested
    @DisplayName("Permissions")
    class Permissions extends PermissionsScenarios {
        Permissions(Fixture fixture) {
            super(fixture);
        }
    }

    @Nested
    @DisplayName("Installations, on any server")
    class OnAnyServer extends PortableInstallationsScenarios {
        OnAnyServer(ServerUnderTest server) {
            super(server);
        }
    }

    @Nested
    @DisplayName("Installations of users")
    class OfUsers extends UserInstallationsScenarios {
        OfUsers(Fixture fixture) {
            super(fixture);
        }
    }

    @Nested
    @DisplayName("Generated requests for installations")
    class Generated extends GeneratedScenarios {
        Generated(Fixture fixture) {
            super(fixture);
        }
    }
}
