package dev.hubtwin.internal.contract.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.kohsuke.github.GHEmail;
import org.kohsuke.github.GHFileNotFoundException;
import org.kohsuke.github.GHOrganization;
import org.kohsuke.github.GHTeam;
import org.kohsuke.github.GHUser;
import org.kohsuke.github.GitHub;

/** hub4j's client, unmodified, among the teams of an organization and the addresses of its user, at both roots. */
class Hub4jTeamsTest extends Hub4jTestBase {

    @Test
    void findsTeams() throws IOException {
        GHOrganization atlas = connect("ghp_ada").getOrganization("atlas");
        assertEquals(
                Set.of("bearers", "shoulders", "whispers"),
                atlas.listTeams().toList().stream().map(GHTeam::getSlug).collect(Collectors.toSet()));
        GHTeam shoulders = atlas.getTeamBySlug("shoulders");
        assertEquals("Shoulders, Bear more of it", shoulders.getName() + ", " + shoulders.getDescription());
        assertEquals(GHTeam.Privacy.CLOSED, shoulders.getPrivacy());
        assertEquals(shoulders, atlas.getTeam(92L));
        assertThrows(GHFileNotFoundException.class, () -> atlas.getTeamBySlug("knees"));
    }

    @Test
    void managesMembers() throws IOException {
        GitHub github = connect("ghp_ada");
        GHTeam bearers = github.getOrganization("atlas").getTeamBySlug("bearers");
        GHUser alma = github.getUser("alma");
        bearers.add(alma, GHTeam.Role.MAINTAINER);
        assertTrue(bearers.hasMember(alma));
        assertTrue(logins(bearers.listMembers(GHTeam.Role.MAINTAINER).toList()).contains("alma"));
        bearers.remove(alma);
        assertFalse(logins(bearers.listMembers(GHTeam.Role.MAINTAINER).toList()).contains("alma"));
        assertTrue(logins(bearers.listMembers().toList()).contains("alma"), "a member of a team below it");
    }

    @Test
    void knowsTheTeamsAndAddressesOfItsUser() throws IOException {
        GitHub github = connect("ghp_olivia");
        assertEquals(
                List.of("olivia@example.com"),
                github.getMyself().listEmails().toList().stream()
                        .map(GHEmail::getEmail)
                        .toList());
        assertEquals(
                Set.of("shoulders", "whispers"),
                connect("ghp_ada").getMyTeams().get("atlas").stream()
                        .map(GHTeam::getSlug)
                        .collect(Collectors.toSet()));
    }

    private static Set<String> logins(List<GHUser> users) {
        return users.stream().map(GHUser::getLogin).collect(Collectors.toCollection(TreeSet::new));
    }
}
