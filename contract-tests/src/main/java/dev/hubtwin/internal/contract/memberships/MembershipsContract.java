package dev.hubtwin.internal.contract.memberships;

import dev.hubtwin.internal.contract.generated.GeneratedScenarios;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** The contract of the operations on memberships and invitations, in parts. */
@Tag("memberships")
@DisplayName("memberships")
public class MembershipsContract {

    @Nested
    @DisplayName("Memberships")
    class Roles extends MembershipsScenarios {}

    @Nested
    @DisplayName("Own memberships")
    class OwnMemberships extends OwnMembershipsScenarios {}

    @Nested
    @DisplayName("Invitations")
    class Invitations extends InvitationsScenarios {}

    @Nested
    @DisplayName("Limits of invitations")
    class InvitationLimits extends InvitationLimitsScenarios {}

    @Nested
    @DisplayName("Memberships, on any server")
    class OnAnyServer extends MembershipsAnywhereScenarios {}

    @Nested
    @DisplayName("Generated requests for memberships")
    class Generated extends GeneratedScenarios {}
}
