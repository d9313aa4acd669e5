package dev.hubtwin.internal.contract.organizations;

import dev.hubtwin.internal.contract.generated.GeneratedScenarios;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** The contract of the operations on organizations, in parts. */
@Tag("organizations")
@DisplayName("organizations")
public class OrganizationsContract {

    @Nested
    @DisplayName("Organizations")
    class Reading extends OrganizationsScenarios {}

    @Nested
    @DisplayName("Changes of organizations")
    class Changes extends OrganizationChangesScenarios {}

    @Nested
    @DisplayName("Organizations, on any server")
    class OnAnyServer extends OrganizationsAnywhereScenarios {}

    @Nested
    @DisplayName("Generated requests for organizations")
    class Generated extends GeneratedScenarios {}
}
