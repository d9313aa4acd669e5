package dev.hubtwin.internal.contract.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kohsuke.github.GHFileNotFoundException;
import org.kohsuke.github.GHMembership;
import org.kohsuke.github.GHOrganization;
import org.kohsuke.github.GHUser;
import org.kohsuke.github.GitHub;
import org.kohsuke.github.HttpException;
import org.kohsuke.github.PagedIterable;
import org.kohsuke.github.connector.GitHubConnector;
import org.kohsuke.github.connector.GitHubConnectorRequest;
import org.kohsuke.github.connector.GitHubConnectorResponse;

/** hub4j's client, unmodified, among people, at both roots. Converting has no call there. */
class Hub4jMembersTest extends Hub4jTestBase {

    @Test
    void listsMembers() throws IOException {
        GHOrganization harbor = harbor("ghp_anna");
        assertEquals(List.of("anna", "bert", "cleo", "dirk"), logins(harbor.listMembers()));
        assertEquals(List.of("anna", "bert"), logins(harbor.listMembersWithRole("admin")));
        assertEquals(List.of("cleo", "dirk"), logins(harbor.listMembersWithRole("member")));
        assertEquals(List.of("bert", "dirk"), logins(harbor.listMembersWithFilter("2fa_disabled")));
        assertEquals(List.of("anna", "cleo"), logins(harbor.listPublicMembers()));
        assertEquals(List.of("finn", "gina"), logins(harbor.listOutsideCollaborators()));
        assertEquals(List.of("finn"), logins(harbor.listOutsideCollaboratorsWithFilter("2fa_disabled")));
        assertThrows(HttpException.class, () -> logins(harbor("ghp_cleo").listMembersWithFilter("2fa_disabled")));
    }

    @Test
    void pagesThroughMembers() throws IOException {
        GHOrganization fleet = connect("ghp_anna").getOrganization("fleet");
        for (int size : new int[] {7, 53, 100}) {
            List<String> all = logins(fleet.listMembers().withPageSize(size));
            assertEquals(106, all.size());
            assertEquals(106, Set.copyOf(all).size());
        }
        assertEquals(105, logins(fleet.listPublicMembers().withPageSize(50)).size());
        assertEquals(
                105,
                logins(connect("ghp_anna").getOrganization("quay").listOutsideCollaborators())
                        .size());
        assertEquals(
                106,
                connect("ghp_paula")
                        .getMyself()
                        .listOrgMemberships()
                        .withPageSize(20)
                        .toList()
                        .size());
    }

    @Test
    void isSentToThePublicMembers() throws IOException {
        assertEquals(List.of("anna", "cleo"), logins(harbor("ghp_dana").listMembers()));
        assertTrue(harbor("ghp_dana").hasMember(connect("ghp_dana").getUser("cleo")));
        assertFalse(harbor("ghp_dana").hasMember(connect("ghp_dana").getUser("dirk")));
    }

    @Test
    void checksMembers() throws IOException {
        GitHub github = connect("ghp_anna");
        GHOrganization harbor = harbor("ghp_anna");
        GHUser dirk = github.getUser("dirk");
        assertTrue(harbor.hasMember(dirk) && dirk.isMemberOf(harbor));
        assertFalse(harbor.hasPublicMember(dirk) || dirk.isPublicMemberOf(harbor));
        assertTrue(harbor.hasPublicMember(github.getUser("cleo")));
        assertFalse(harbor.hasMember(github.getUser("edda")));
        assertEquals(GHMembership.State.PENDING, harbor.getMembership("edda").getState());
        assertEquals(GHMembership.Role.ADMIN, harbor.getMembership("bert").getRole());
        assertThrows(GHFileNotFoundException.class, () -> harbor.getMembership("hank"));
    }

    @Test
    void invitesAndAccepts() throws IOException {
        GitHub github = connect("ghp_hank");
        harbor("ghp_anna").add(github.getUser("hank"), GHOrganization.Role.ADMIN);
        assertFalse(harbor("ghp_anna").hasMember(github.getUser("hank")));
        GHMembership membership = github.getMyself().getMembership(harbor("ghp_hank"));
        assertEquals(GHMembership.State.PENDING, membership.getState());
        assertEquals(
                List.of("harbor"),
                github.getMyself().listOrgMemberships(GHMembership.State.PENDING).toList().stream()
                        .map(each -> each.getOrganization().getLogin())
                        .toList());
        membership.activate();
        assertEquals(GHMembership.State.ACTIVE, membership.getState());
        assertEquals(
                GHMembership.Role.ADMIN,
                harbor("ghp_anna").getMembership("hank").getRole());
        assertEquals(Set.of("harbor"), github.getMyOrganizations().keySet());
    }

    @Test
    void showsAndHides() throws IOException {
        GHOrganization harbor = harbor("ghp_dirk");
        GHUser dirk = connect("ghp_dirk").getUser("dirk");
        harbor.publicize(dirk);
        assertTrue(harbor.hasPublicMember(dirk));
        harbor.conceal(dirk);
        assertFalse(harbor.hasPublicMember(dirk));
        assertThrows(HttpException.class, () -> harbor("ghp_anna").publicize(dirk));
    }

    @Test
    void promotesDemotesAndRemoves() throws IOException {
        GHOrganization harbor = harbor("ghp_anna");
        GHUser dirk = connect("ghp_anna").getUser("dirk");
        harbor.add(dirk, GHOrganization.Role.ADMIN);
        assertEquals(GHMembership.Role.ADMIN, harbor.getMembership("dirk").getRole());
        harbor.add(dirk, GHOrganization.Role.MEMBER);
        assertEquals(GHMembership.Role.MEMBER, harbor.getMembership("dirk").getRole());
        harbor.remove(dirk);
        assertFalse(harbor.hasMember(dirk));
        assertEquals(List.of("anna", "bert", "cleo"), logins(harbor.listMembers()));
        HttpException refusal =
                assertThrows(HttpException.class, () -> harbor("ghp_cleo").add(dirk, GHOrganization.Role.MEMBER));
        assertEquals(403, refusal.getResponseCode());
    }

    @Test
    void convertsAMemberThroughItsConnectorAndSeesIt() throws IOException {
        GHOrganization harbor = harbor("ghp_anna");
        URL url = URI.create(target.twin().url() + root + "/orgs/harbor/outside_collaborators/dirk")
                .toURL();
        try (GitHubConnectorResponse answer = GitHubConnector.DEFAULT.send(new Put(url, "token ghp_anna"))) {
            assertEquals(204, answer.statusCode());
        }
        assertEquals(List.of("anna", "bert", "cleo"), logins(harbor.listMembers()));
        assertTrue(logins(harbor.listOutsideCollaborators()).contains("dirk"));
        assertThrows(GHFileNotFoundException.class, () -> harbor.getMembership("dirk"));
    }

    /** A PUT without a body, for the connector that carries all of hub4j's requests. */
    private record Put(URL url, String authorization) implements GitHubConnectorRequest {

        @Override
        public String method() {
            return "PUT";
        }

        @Override
        public Map<String, List<String>> allHeaders() {
            return Map.of("Authorization", List.of(authorization));
        }

        @Override
        public String header(String name) {
            return name.equalsIgnoreCase("Authorization") ? authorization : null;
        }

        @Override
        public String contentType() {
            return null;
        }

        @Override
        public InputStream body() {
            return null;
        }

        @Override
        public boolean hasBody() {
            return false;
        }
    }

    private static List<String> logins(PagedIterable<GHUser> users) throws IOException {
        return users.toList().stream().map(GHUser::getLogin).toList();
    }

    private GHOrganization harbor(String token) throws IOException {
        return connect(token).getOrganization("harbor");
    }
}
