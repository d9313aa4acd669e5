package dev.hubtwin.internal.contract.members;

import dev.hubtwin.internal.contract.generated.GeneratedScenarios;
import dev.hubtwin.internal.contract.scenario.Fixture;
import dev.hubtwin.internal.contract.scenario.ServerUnderTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** The contract of the operations on members of organizations, in parts. */
@Tag("members")
@DisplayName("members")
public class MembersContract {

    @Nested
    @DisplayName("Members")
    class Reading extends MembersScenarios {
        Reading(Fixture fixture) {
            super(fixture);
        }
    }

    @Nested
    @DisplayName("Pages of people")
    class Pages extends MemberPagesScenarios {
        Pages(Fixture fixture) {
            super(fixture);
        }
    }

    @Nested
    @DisplayName("Public members")
    class PublicMembers extends PublicMembersScenarios {
        PublicMembers(Fixture fixture) {
            super(fixture);
        }
    }

    @Nested
    @DisplayName("Removals of members")
    class Removals extends MemberRemovalsScenarios {
        Removals(Fixture fixture) {
            super(fixture);
        }
    }

    @Nested
    @DisplayName("Last owners")
    class LastOwners extends LastOwnersScenarios {
        LastOwners(Fixture fixture) {
            super(fixture);
        }
    }

    @Nested
    @DisplayName("Members, on any server")
    class OnAnyServer extends PortableMembersScenarios {
        OnAnyServer(ServerUnderTest server) {
            super(server);
        }
    }

    @Nested
    @DisplayName("Generated requests for members")
    class Generated extends GeneratedScenarios {
        Generated(Fixture fixture) {
            super(fixture);
        }
    }
}
