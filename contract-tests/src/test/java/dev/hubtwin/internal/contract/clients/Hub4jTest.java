package dev.hubtwin.internal.contract.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.kohsuke.github.GHFileNotFoundException;
import org.kohsuke.github.GHMyself;
import org.kohsuke.github.GHOrganization;
import org.kohsuke.github.GHRepository;
import org.kohsuke.github.GHUser;
import org.kohsuke.github.GitHub;
import org.kohsuke.github.HttpException;

/** hub4j's client, unmodified, at both roots. */
class Hub4jTest extends Hub4jTestBase {

    @Test
    void findsAnApiThere() throws IOException {
        connect("ghp_olivia").checkApiUrlValidity();
        GitHub.connectToEnterpriseAnonymously(target.twin().url() + root).checkApiUrlValidity();
        assertTrue(connect("ghp_olivia").isCredentialValid());
        assertFalse(connect("ghp_olivia").getMeta() == null);
        assertEquals(5000, connect("ghp_olivia").getRateLimit().getCore().getLimit());
    }

    @Test
    void knowsItself() throws IOException {
        GHMyself olivia = connect("ghp_olivia").getMyself();
        assertEquals(
                "olivia Olivia Owner olivia@example.com",
                olivia.getLogin() + " " + olivia.getName() + " " + olivia.getEmail());
        assertEquals(1, olivia.getTotalPrivateRepoCount().orElseThrow());
        assertEquals(
                Set.of("acme", "Umbrella", "globex", "tinker", "initech"),
                olivia.getAllOrganizations().stream()
                        .map(GHOrganization::getLogin)
                        .collect(Collectors.toSet()));
    }

    @Test
    void readsAnOrganization() throws IOException {
        GHOrganization acme = connect("ghp_olivia").getOrganization("ACME");
        assertEquals(
                List.of(
                        "acme",
                        "Acme",
                        "Acme Holding",
                        "https://acme.example",
                        "Arizona",
                        "hello@acme.example",
                        "acme",
                        "Organization"),
                List.of(
                        acme.getLogin(),
                        acme.getName(),
                        acme.getCompany(),
                        acme.getBlog(),
                        acme.getLocation(),
                        acme.getEmail(),
                        acme.getTwitterUsername(),
                        acme.getType()));
        assertEquals(
                List.of(9001, 2, 2, 4, 11, 2),
                List.of(
                        (int) acme.getId(),
                        acme.getPublicRepoCount(),
                        acme.getTotalPrivateRepoCount().orElseThrow(),
                        acme.getPublicGistCount(),
                        acme.getFollowersCount(),
                        acme.getFollowingCount()));
        assertTrue(acme.areOrganizationProjectsEnabled());
        assertFalse(acme.isSiteAdmin());
        assertEquals(
                Instant.parse("2020-02-03T04:05:06Z"),
                Instant.ofEpochMilli(acme.getCreatedAt().getTime()));
        assertEquals(
                Instant.parse("2021-02-03T04:05:06Z"),
                Instant.ofEpochMilli(acme.getUpdatedAt().getTime()));
        assertEquals(target.twin().url() + "/acme", acme.getHtmlUrl().toString());
    }

    @Test
    void readsUsersAndRepositories() throws IOException {
        GitHub github = connect("ghp_olivia");
        GHUser mike = github.getUser("mike");
        assertEquals("Mike Member 102", mike.getName() + " " + mike.getId());
        assertEquals(Set.of("acme"), github.getUserPublicOrganizations("olivia").keySet());
        GHRepository vault = github.getRepository("acme/vault");
        assertTrue(vault.isPrivate() && vault.hasAdminAccess());
        assertEquals("widgets", github.getRepository("acme/gadgets").getName(), "it follows the redirection");
        assertEquals("widgets", github.getRepositoryById(501).getName());
    }

    @Test
    void listsOrganizationsPageByPage() throws IOException {
        List<GHOrganization> all =
                connect("ghp_olivia").listOrganizations().withPageSize(30).toList();
        assertEquals(
                target.twin().store().now().accounts().organizationIds().slice(0, 1_000),
                all.stream().map(GHOrganization::getId).toList());
        assertTrue(all.size() > 100, "more than a page");
        assertEquals(106, connect("ghp_paula").getMyOrganizations().size());
    }

    @Test
    void changesAnOrganization() throws IOException {
        GHOrganization tinker = connect("ghp_olivia").getOrganization("tinker");
        tinker.enableOrganizationProjects(false);
        assertFalse(connect("ghp_olivia").getOrganization("tinker").areOrganizationProjectsEnabled());
        tinker.enableOrganizationProjects(true);
        assertTrue(connect("ghp_olivia").getOrganization("tinker").areOrganizationProjectsEnabled());
    }

    @Test
    void reportsRefusals() throws IOException {
        HttpException bad = assertThrows(
                HttpException.class, () -> connect("ghp_nobody_has_this").getMyself());
        assertEquals(401, bad.getResponseCode());
        assertTrue(bad.getMessage().contains("Bad credentials"), bad.getMessage());
        assertFalse(connect("ghp_nobody_has_this").isCredentialValid());
        assertThrows(GHFileNotFoundException.class, () -> connect("ghp_olivia").getOrganization("nobody"));
    }
}
