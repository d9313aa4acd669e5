package dev.hubtwin.internal.contract.outsidecollaborators;

import dev.hubtwin.internal.contract.generated.GeneratedScenarios;
import dev.hubtwin.internal.contract.scenario.Fixture;
import dev.hubtwin.internal.contract.scenario.ServerUnderTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** The contract of the operations on outside collaborators, in parts. */
@Tag("outside-collaborators")
@DisplayName("outside-collaborators")
public class OutsideCollaboratorsContract {

    @Nested
    @DisplayName("Outside collaborators")
    class Collaborators extends OutsideCollaboratorsScenarios {
        Collaborators(Fixture fixture) {
            super(fixture);
        }
    }

    @Nested
    @DisplayName("Conversions of members")
    class Conversions extends ConversionsScenarios {
        Conversions(Fixture fixture) {
            super(fixture);
        }
    }

    @Nested
    @DisplayName("Outside collaborators, on any server")
    class OnAnyServer extends PortableOutsideCollaboratorsScenarios {
        OnAnyServer(ServerUnderTest server) {
            super(server);
        }
    }

    @Nested
    @DisplayName("Generated requests for outside collaborators")
    class Generated extends GeneratedScenarios {
        Generated(Fixture fixture) {
            super(fixture);
        }
    }
}
