package dev.hubtwin.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.TwinWorld;
import dev.hubtwin.client.model.DefaultRepositoryPermission;
import dev.hubtwin.client.model.InvitationRoleFilter;
import dev.hubtwin.client.model.MemberRoleFilter;
import dev.hubtwin.client.model.OrgMembership;
import dev.hubtwin.client.model.OrgMembershipActivation;
import dev.hubtwin.client.model.OrgMembershipRole;
import dev.hubtwin.client.model.OrgMembershipState;
import dev.hubtwin.client.model.OrganizationFull;
import dev.hubtwin.client.model.OrganizationInvitation;
import dev.hubtwin.client.model.OrganizationInvitationRole;
import dev.hubtwin.client.model.OrganizationSimple;
import dev.hubtwin.client.model.SimpleUser;
import dev.hubtwin.client.model.Team;
import dev.hubtwin.client.model.TeamMembership;
import dev.hubtwin.client.model.TeamRole;
import dev.hubtwin.client.model.TwoFactorFilter;
import dev.hubtwin.junit.HubtwinTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every operation on organizations and who is in them, with its answer. Each test is named for its tag. */
@HubtwinTest
class PeopleClientTest {

    private static final long ACME = 9001;

    @Test
    void organizations(TwinWorld world) {
        OrganizationsApi api = world.asUser("olivia").organizations();
        OrganizationFull acme = api.get("acme");
        assertEquals("Makers of widgets", acme.getDescription());
        assertEquals(acme, api.getById(ACME));
        assertEquals(List.of("acme", "globex", "initech"), names(api.list().perPage(1)));
        assertEquals(List.of("globex", "initech"), names(api.list().since(ACME)));
        assertEquals(List.of("acme", "globex"), names(api.listForAuthenticatedUser()));
        assertEquals(List.of("globex"), names(api.listForUser("hubot")));
        assertEquals(List.of("globex"), names(api.listForUserById(108)));
        OrganizationFull changed = api.update("acme")
                .name("Acme & Söhne")
                .email(null)
                .membersCanCreateRepositories(false)
                .execute();
        assertEquals("Acme & Söhne", changed.getName());
        assertFalse(changed.getMembersCanCreateRepositories());
        assertEquals(
                DefaultRepositoryPermission.WRITE,
                api.updateByPost("acme")
                        .defaultRepositoryPermission(DefaultRepositoryPermission.WRITE)
                        .execute()
                        .getDefaultRepositoryPermission());
        DescribedOperations.assertAllSucceeded("organizations", world);
    }

    private static List<String> names(Listing<OrganizationSimple> organizations) {
        return organizations.stream().map(OrganizationSimple::getLogin).toList();
    }

    @Test
    void members(TwinWorld world) {
        MembersApi api = world.asUser("olivia").members();
        List<String> all = List.of("mike", "noah", "olivia", "sofia");
        assertEquals(all, logins(api.list("acme").role(MemberRoleFilter.ALL)));
        assertEquals(all, logins(api.listById(ACME).perPage(3)));
        assertEquals(List.of("noah"), logins(api.list("acme").filter(TwoFactorFilter._2FA_DISABLED)));
        assertEquals(List.of("mike", "olivia"), logins(api.listPublic("acme")));
        assertEquals(List.of("mike", "olivia"), logins(api.listPublicById(ACME)));
        assertTrue(api.contains("acme", "sofia") && api.containsById(ACME, "sofia"));
        assertFalse(api.contains("acme", "carol") || api.containsById(ACME, "carol"));
        api.conceal("acme", "olivia");
        assertFalse(api.containsPublic("acme", "olivia") || api.containsPublicById(ACME, "olivia"));
        api.publicize("acme", "olivia");
        assertTrue(api.containsPublic("acme", "olivia") && api.containsPublicById(ACME, "olivia"));
        api.remove("acme", "noah");
        assertFalse(api.contains("acme", "noah"));
        DescribedOperations.assertAllSucceeded("members", world);
    }

    private static List<String> logins(Listing<SimpleUser> users) {
        return users.stream().map(SimpleUser::getLogin).toList();
    }

    @Test
    void memberships(TwinWorld world) {
        GitHubClient olivia = world.asUser("olivia");
        MembershipsApi api = olivia.memberships();
        OrgMembership mike = api.get("acme", "mike");
        assertEquals(OrgMembershipRole.MEMBER, mike.getRole());
        assertEquals("mike", mike.getUser().getLogin());
        assertEquals(
                OrgMembershipState.PENDING,
                api.set("acme", "carol").role(OrgMembershipRole.ADMIN).execute().getState());
        MembershipsApi carol = world.asUser("carol").memberships();
        assertEquals(
                List.of("acme"),
                carol.listForAuthenticatedUser().state(OrgMembershipState.PENDING).stream()
                        .map(membership -> membership.getOrganization().getLogin())
                        .toList());
        assertEquals(
                OrgMembershipRole.ADMIN, carol.getForAuthenticatedUser("acme").getRole());
        assertEquals(
                OrgMembershipState.ACTIVE,
                carol.updateForAuthenticatedUser("acme", OrgMembershipActivation.ACTIVE)
                        .execute()
                        .getState());
        api.set("acme", "dora").execute();
        assertEquals(
                OrgMembershipState.ACTIVE,
                world.asUser("dora")
                        .memberships()
                        .update("acme", "dora", OrgMembershipActivation.ACTIVE)
                        .execute()
                        .getState());
        api.remove("acme", "dora");
        assertFalse(olivia.members().contains("acme", "dora"));
        invitations(world, api);
        DescribedOperations.assertAllSucceeded("memberships", world);
    }

    private static void invitations(TwinWorld world, MembershipsApi api) {
        OrganizationInvitation sent = api.createInvitation("acme")
                .email("new@example.com")
                .role(OrganizationInvitationRole.ADMIN)
                .teamIds(List.of(1L))
                .execute();
        assertEquals("new@example.com", sent.getEmail());
        assertEquals(
                List.of(sent.getId()), ids(api.listPendingInvitations("acme").role(InvitationRoleFilter.ADMIN)));
        assertTrue(ids(api.listPendingInvitationsById(ACME)).contains(sent.getId()));
        assertEquals(List.of("engineering"), slugs(api.listInvitationTeams("acme", sent.getId())));
        assertEquals(List.of("engineering"), slugs(api.listInvitationTeamsById(ACME, sent.getId())));
        long second = api.createInvitation("acme").inviteeId(108).execute().getId();
        api.cancelInvitation("acme", second);
        assertFalse(ids(api.listPendingInvitations("acme")).contains(second));
        world.clock().advance(Duration.ofDays(8));
        assertTrue(ids(api.listFailedInvitations("acme")).contains(sent.getId()));
        assertTrue(ids(api.listFailedInvitationsById(ACME)).contains(sent.getId()));
    }

    private static List<Long> ids(Listing<OrganizationInvitation> invitations) {
        return invitations.stream().map(OrganizationInvitation::getId).toList();
    }

    private static List<String> slugs(Listing<Team> teams) {
        return teams.stream().map(Team::getSlug).toList();
    }

    @Test
    void teams(TwinWorld world) {
        TeamsApi api = world.asUser("olivia").teams();
        assertEquals(List.of("engineering", "security"), slugs(api.list("acme")));
        assertEquals(
                List.of("engineering", "security"), slugs(api.listById(ACME).perPage(1)));
        assertEquals("Everybody who builds", api.get("acme", "engineering").getDescription());
        assertEquals(api.get("acme", "engineering"), api.getById(ACME, 1));
        assertEquals(List.of("mike", "sofia"), logins(api.listMembers("acme", "engineering")));
        assertEquals(List.of("sofia"), logins(api.listMembersById(ACME, 2)));
        TeamMembership noah = api.setMembership("acme", "engineering", "noah")
                .role(TeamRole.MAINTAINER)
                .execute();
        assertEquals(TeamRole.MAINTAINER, noah.getRole());
        assertEquals(
                OrgMembershipState.ACTIVE,
                api.getMembership("acme", "engineering", "noah").getState());
        assertEquals(noah, api.getMembershipById(ACME, 1, "noah"));
        api.removeMembership("acme", "engineering", "noah");
        assertEquals(
                TeamRole.MEMBER,
                api.setMembershipById(ACME, 2, "noah").execute().getRole());
        api.removeMembershipById(ACME, 2, "noah");
        assertEquals(List.of("sofia"), logins(api.listMembersById(ACME, 2)));
        assertEquals(
                List.of("engineering", "security"),
                world.asUser("sofia").teams().listForAuthenticatedUser().stream()
                        .map(team -> team.getSlug())
                        .toList());
        DescribedOperations.assertAllSucceeded("teams", world);
    }

    @Test
    void outsideCollaborators(TwinWorld world) {
        OutsideCollaboratorsApi api = world.asUser("olivia").outsideCollaborators();
        assertTrue(logins(api.list("acme")).contains("dora"));
        api.convert("acme", "sofia");
        assertTrue(logins(api.listById(ACME)).contains("sofia"));
        assertFalse(
                logins(api.list("acme").filter(TwoFactorFilter._2FA_DISABLED)).contains("sofia"));
        api.remove("acme", "sofia");
        assertFalse(logins(api.list("acme")).contains("sofia"));
        DescribedOperations.assertAllSucceeded("outside-collaborators", world);
    }
}
