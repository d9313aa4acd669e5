package dev.hubtwin.internal.contract.teams;

import dev.hubtwin.internal.contract.generated.GeneratedScenarios;
import dev.hubtwin.internal.contract.scenario.Fixture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** The contract of the operations on teams, in parts. */
@Tag("teams")
@DisplayName("teams")
public class TeamsContract {

    @Nested
    @DisplayName("Teams")
    class Reading extends TeamsScenarios {
        Reading(Fixture fixture) {
            super(fixture);
        }
    }

    @Nested
    @DisplayName("Members of teams")
    class Members extends TeamMembershipsScenarios {
        Members(Fixture fixture) {
            super(fixture);
        }
    }

    @Nested
    @DisplayName("Generated requests for teams")
    class Generated extends GeneratedScenarios {
        Generated(Fixture fixture) {
            super(fixture);
        }
    }
}
