package dev.hubtwin.internal.contract.memberships;

import dev.hubtwin.internal.contract.generated.GeneratedScenarios;
import dev.hubtwin.internal.contract.scenario.Fixture;
import dev.hubtwin.internal.contract.scenario.ServerUnderTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** The contract of the operations on memberships and invitations, in parts. */
@Tag("memberships")
@DisplayName("memberships")
public class MembershipsContract {

    @Nested
    @DisplayName("Memberships")
    class Roles extends MembershipsScenarios {
        Roles(Fixture fixture) {
            super(fixture);
        }
    }

    @Nested
    @DisplayName("Own memberships")
    class OwnMemberships extends OwnMembershipsScenarios {
        OwnMemberships(Fixture fixture) {
            super(fixture);
        }
    }

    @Nested
    @DisplayName("Invitations")
    class Invitations extends InvitationsScenarios {
        Invitations(Fixture fixture) {
            super(fixture);
        }
    }

    @Nested
    @DisplayName("Sent invitations")
    class SentInvitations extends SentInvitationsScenarios {
        SentInvitations(Fixture fixture) {
            super(fixture);
        }
    }

    @Nested
    @DisplayName("Limits of invitations")
    class InvitationLimits extends InvitationLimitsScenarios {
        InvitationLimits(Fixture fixture) {
            super(fixture);
        }
    }

    @Nested
    @DisplayName("Memberships, on any server")
    class OnAnyServer extends PortableMembershipsScenarios {
        OnAnyServer(ServerUnderTest server) {
            super(server);
        }
    }

    @Nested
    @DisplayName("Generated requests for memberships")
    class Generated extends GeneratedScenarios {
        Generated(Fixture fixture) {
            super(fixture);
        }
    }
}
