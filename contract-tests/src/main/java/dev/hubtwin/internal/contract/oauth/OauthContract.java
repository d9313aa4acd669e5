package dev.hubtwin.internal.contract.oauth;

import dev.hubtwin.internal.contract.generated.GeneratedScenarios;
import dev.hubtwin.internal.contract.scenario.Fixture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** The contract of the operations by which users sign in, in parts. */
@Tag("oauth")
@DisplayName("oauth")
public class OauthContract {

    @Nested
    @DisplayName("Sign-ins by browser")
    class Browsers extends BrowserSignInScenarios {
        Browsers(Fixture fixture) {
            super(fixture);
        }
    }

    @Nested
    @DisplayName("Sign-ins on devices")
    class Devices extends DeviceSignInScenarios {
        Devices(Fixture fixture) {
            super(fixture);
        }
    }

    @Nested
    @DisplayName("Generated requests for oauth")
    class Generated extends GeneratedScenarios {
        Generated(Fixture fixture) {
            super(fixture);
        }
    }
}
