package dev.hubtwin.internal.memberships;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.internal.api.model.OrgMembershipState;
import dev.hubtwin.internal.event.Mail;
import dev.hubtwin.internal.exchange.PathEntities;
import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.seed.SeedCodec;
import dev.hubtwin.internal.store.Change;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.membership.Membership.Role;
import dev.hubtwin.internal.world.membership.Membership.State;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

@DisplayName("The rules of memberships")
class MembershipRulesTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final OptionalLong OLIVIA = OptionalLong.of(1);
    private static final World WORLD = SeedCodec.read("""
      users:
        - {login: olivia, id: 1}
        - {login: mike, id: 3}
        - {login: noah, id: 4, two_factor: false}
        - {login: ivan, id: 5, two_factor: false}
        - {login: carol, id: 6}
        - {login: peter, id: 7, flagged: true}
        - {login: quinn, id: 8}
      organizations:
        - login: acme
          id: 9
          two_factor_requirement_enabled: true
          members:
            - {login: olivia, role: admin}
            - {login: mike}
            - {login: noah}
            - {login: ivan, state: pending, invited_by: olivia}
          blocked_by: [quinn, mike]
        - {login: globex, id: 10, members: [{login: ivan}]}
      """, "application/yaml", NOW);

    @Test
    @DisplayName("who is not a member is invited, gets a mail and counts; twice is once (R77, R79)")
    void invites() {
        Change<OrganizationMembership> invited = set(WORLD, "Carol", Role.MEMBER);
        assertEquals(State.PENDING, invited.result().membership().state());
        assertEquals("INVITED carol, organization member_invited", told(invited));
        assertEquals(1, invited.world().memberships().sentBy(1).sent().size());
        assertSame(invited.world(), set(invited.world(), "carol", Role.MEMBER).world());
    }

    @Test
    @DisplayName("another role of an invited one is neither a mail nor an invitation (R78)")
    void changesTheRoleOfAnInvitation() {
        Change<OrganizationMembership> changed = set(WORLD, "ivan", Role.ADMIN);
        assertEquals(State.PENDING, changed.result().membership().state());
        assertEquals(Role.ADMIN, changed.result().membership().role());
        assertEquals(List.of(), changed.events());
        assertEquals(0, changed.world().memberships().sentBy(1).sent().size());
    }

    @Test
    @DisplayName("who becomes an owner gets a mail, who ceases to be one does not (R79, R80)")
    void mailsPromotions() {
        Change<OrganizationMembership> promoted = set(WORLD, "mike", Role.ADMIN);
        assertEquals("MADE_OWNER mike", told(promoted));
        Change<OrganizationMembership> demoted = set(promoted.world(), "mike", Role.MEMBER);
        assertEquals(Role.MEMBER, demoted.result().membership().role());
        assertEquals(List.of(), demoted.events());
        assertEquals(WORLD, demoted.world());
    }

    @Test
    @DisplayName("nobody demotes themself, and nobody the last owner: 403 (R78, R101)")
    void refusesDemotions() {
        String self = "You cannot demote yourself. Admins must be demoted by another admin.";
        refused(403, self, () -> set(set(WORLD, "mike", Role.ADMIN).world(), "olivia", Role.MEMBER));
        refused(
                403,
                "Cannot demote the last owner of the organization",
                () -> MembershipRules.set(named(WORLD, "olivia"), OptionalLong.empty(), Role.MEMBER, NOW));
    }

    @Test
    @DisplayName("an unknown user is 404, an organization 422 (R76)")
    void refusesToInvite() {
        refused(404, "Not Found", () -> set(WORLD, "nobody", Role.MEMBER));
        refused(422, "Members must be users, not organizations.", () -> set(WORLD, "globex", Role.MEMBER));
    }

    @Test
    @DisplayName(
            "who blocked the organization, or is flagged, cannot be invited: 422; a member's role can change (R77)")
    void cannotInvite() {
        for (String login : List.of("peter", "quinn")) {
            refused(422, "The request could not be processed.", () -> set(WORLD, login, Role.MEMBER));
        }
        assertTrue(set(WORLD, "mike", Role.ADMIN).result().membership().isOwner());
    }

    @Test
    @DisplayName("an invitation is accepted, unless a second factor is demanded and lacking: 403 (R41, R95)")
    void accepts() {
        World invited = set(WORLD, "carol", Role.ADMIN).world();
        Change<OrganizationMembership> accepted = MembershipRules.accept(named(invited, "olivia"), 6);
        assertTrue(accepted.world().memberships().roster(9).isOwner(6));
        assertSame(
                accepted.world(),
                MembershipRules.accept(named(accepted.world(), "olivia"), 6).world());
        assertEquals(
                403,
                assertThrows(ApiException.class, () -> MembershipRules.accept(named(WORLD, "olivia"), 5))
                        .status());
        assertSame(WORLD, MembershipRules.accept(named(WORLD, "olivia"), 4).world());
        refused(404, "Not Found", () -> MembershipRules.accept(named(WORLD, "olivia"), 6));
    }

    @Test
    @DisplayName("a member is removed, an invitation cancelled, each with a mail; who has neither is 404 (R85 to R87)")
    void removes() {
        Change<Void> removed = MembershipRules.remove(named(WORLD, "mike"), NOW);
        assertEquals("REMOVED mike, organization member_removed", told(removed));
        Change<Void> cancelled = MembershipRules.remove(named(WORLD, "ivan"), NOW);
        assertEquals("INVITATION_CANCELLED ivan", told(cancelled));
        assertEquals(
                0,
                cancelled
                        .world()
                        .memberships()
                        .roster(9)
                        .invitations()
                        .pending()
                        .size());
        assertEquals(0, cancelled.world().memberships().deadlines().size());
        refused(404, "Not Found", () -> MembershipRules.remove(named(WORLD, "carol"), NOW));
        refused(
                403,
                "Cannot remove the last owner of the organization",
                () -> MembershipRules.remove(named(WORLD, "olivia"), NOW));
    }

    @Test
    @DisplayName("one's own: active, pending or both (R93, R94)")
    void listsOnesOwn() {
        assertEquals(List.of(9L, 10L), MembershipRules.list(WORLD, 5, null).elements());
        assertEquals(
                List.of(10L),
                MembershipRules.list(WORLD, 5, OrgMembershipState.ACTIVE).elements());
        assertEquals(
                List.of(9L),
                MembershipRules.list(WORLD, 5, OrgMembershipState.PENDING).elements());
        assertEquals(
                State.PENDING,
                MembershipRules.find(PathEntities.of(WORLD, Map.of("org", "ACME")), 5)
                        .membership()
                        .state());
        refused(404, "Not Found", () -> MembershipRules.find(PathEntities.of(WORLD, Map.of("org", "acme")), 6));
    }

    private static Change<OrganizationMembership> set(World world, String username, Role role) {
        return MembershipRules.set(named(world, username), OLIVIA, role, NOW);
    }

    private static void refused(int status, String message, Executable rule) {
        ApiException refusal = assertThrows(ApiException.class, rule);
        assertEquals(status + " " + message, refusal.status() + " " + refusal.getMessage());
    }

    /** Who gets a mail, and what webhooks hear. */
    private static String told(Change<?> change) {
        return change.events().stream()
                .map(event -> event instanceof Mail mail ? mail.subject() + " " + mail.to() : event.toString())
                .collect(Collectors.joining(", "));
    }

    private static PathEntities named(World world, String username) {
        return PathEntities.of(world, Map.of("org", "acme", "username", username));
    }
}
