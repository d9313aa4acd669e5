package dev.hubtwin.internal.contract.organizations;

import dev.hubtwin.internal.contract.generated.GeneratedScenarios;
import dev.hubtwin.internal.contract.scenario.Fixture;
import dev.hubtwin.internal.contract.scenario.ServerUnderTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** The contract of the operations on organizations, in parts. */
@Tag("organizations")
@DisplayName("organizations")
public class OrganizationsContract {

    @Nested
    @DisplayName("Organizations")
    class Reading extends OrganizationsScenarios {
        Reading(Fixture fixture) {
            super(fixture);
        }
    }

    @Nested
    @DisplayName("Who sees what of organizations")
    class Viewers extends OrganizationViewersScenarios {
        Viewers(Fixture fixture) {
            super(fixture);
        }
    }

    @Nested
    @DisplayName("Changes of organizations")
    class Changes extends OrganizationChangesScenarios {
        Changes(Fixture fixture) {
            super(fixture);
        }
    }

    @Nested
    @DisplayName("Policies of organizations")
    class Policies extends OrganizationPoliciesScenarios {
        Policies(Fixture fixture) {
            super(fixture);
        }
    }

    @Nested
    @DisplayName("Organizations, on any server")
    class OnAnyServer extends PortableOrganizationsScenarios {
        OnAnyServer(ServerUnderTest server) {
            super(server);
        }
    }

    @Nested
    @DisplayName("Generated requests for organizations")
    class Generated extends GeneratedScenarios {
        Generated(Fixture fixture) {
            super(fixture);
        }
    }
}
