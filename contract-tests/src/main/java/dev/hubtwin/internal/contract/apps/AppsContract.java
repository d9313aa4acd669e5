package dev.hubtwin.internal.contract.apps;

import dev.hubtwin.internal.contract.generated.GeneratedScenarios;
import dev.hubtwin.internal.contract.scenario.Fixture;
import dev.hubtwin.internal.contract.scenario.ServerUnderTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** The contract of the operations on GitHub Apps, in parts. */
@Tag("apps")
@DisplayName("apps")
public class AppsContract {

    @Nested
    @DisplayName("Apps")
    class Profiles extends AppsScenarios {
        Profiles(Fixture fixture) {
            super(fixture);
        }
    }

    @Nested
    @DisplayName("Manifests")
    class Manifests extends ManifestsScenarios {
        Manifests(Fixture fixture) {
            super(fixture);
        }
    }

    @Nested
    @DisplayName("Scoped tokens")
    class ScopedTokens extends ScopedTokensScenarios {
        ScopedTokens(Fixture fixture) {
            super(fixture);
        }
    }

    @Nested
    @DisplayName("Authorized tokens")
    class AuthorizedTokens extends AuthorizedTokensScenarios {
        AuthorizedTokens(Fixture fixture) {
            super(fixture);
        }
    }

    @Nested
    @DisplayName("Webhooks of apps")
    class Webhooks extends AppWebhooksScenarios {
        Webhooks(Fixture fixture) {
            super(fixture);
        }
    }

    @Nested
    @DisplayName("Apps, on any server")
    class OnAnyServer extends PortableAppsScenarios {
        OnAnyServer(ServerUnderTest server) {
            super(server);
        }
    }

    @Nested
    @DisplayName("Generated requests for apps")
    class Generated extends GeneratedScenarios {
        Generated(Fixture fixture) {
            super(fixture);
        }
    }
}
