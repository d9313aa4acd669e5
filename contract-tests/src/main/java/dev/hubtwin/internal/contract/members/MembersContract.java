package dev.hubtwin.internal.contract.members;

import dev.hubtwin.internal.contract.generated.GeneratedScenarios;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** The contract of the operations on members of organizations, in parts. */
@Tag("members")
@DisplayName("members")
public class MembersContract {

    @Nested
    @DisplayName("Members")
    class Reading extends MembersScenarios {}

    @Nested
    @DisplayName("Pages of people")
    class Pages extends MemberPagesScenarios {}

    @Nested
    @DisplayName("Public members")
    class PublicMembers extends PublicMembersScenarios {}

    @Nested
    @DisplayName("Removals of members")
    class Removals extends MemberRemovalsScenarios {}

    @Nested
    @DisplayName("Last owners")
    class LastOwners extends LastOwnersScenarios {}

    @Nested
    @DisplayName("Members, on any server")
    class OnAnyServer extends MembersAnywhereScenarios {}

    @Nested
    @DisplayName("Generated requests for members")
    class Generated extends GeneratedScenarios {}
}
