package dev.hubtwin.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.TwinWorld;
import dev.hubtwin.client.model.ApiVersion;
import dev.hubtwin.client.model.CampaignAlerts;
import dev.hubtwin.client.model.CampaignState;
import dev.hubtwin.client.model.CampaignSummary;
import dev.hubtwin.client.model.Collaborator;
import dev.hubtwin.client.model.Key;
import dev.hubtwin.client.model.RepositoryItem;
import dev.hubtwin.junit.HubtwinTest;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Every operation on repositories, campaigns and what stands beside them, with its answer. Each test is named for its
 * tag.
 */
@HubtwinTest
class RepositoriesClientTest {

    private static final long ACME = 9001;
    private static final long WIDGETS = 1_296_269;

    @Test
    void repositories(TwinWorld world) {
        GitHubClient olivia = world.asUser("olivia");
        RepositoriesApi api = olivia.repositories();
        assertEquals(List.of("gears", "handbook", "widgets"), names(api.listForOrganization("acme")));
        assertEquals(List.of("gears", "handbook", "widgets"), names(api.listForOrganizationById(ACME)));
        assertEquals(
                "tools",
                api.createInOrganization("acme", "tools")
                        .description("Things")
                        .execute()
                        .getName());
        assertTrue(names(api.listForAuthenticatedUser()).containsAll(List.of("tools", "notes")));
        assertEquals(List.of("dotfiles"), names(api.listForUser("olivia")));
        assertEquals(List.of("dotfiles"), names(api.listForUserById(101)));
        assertTrue(logins(api.listCollaborators("acme", "widgets")).contains("carol"));
        assertTrue(logins(api.listCollaboratorsById(WIDGETS)).contains("carol"));
        assertTrue(api.containsCollaborator("acme", "widgets", "carol"));
        assertFalse(api.containsCollaborator("acme", "widgets", "hubot"));
        assertEquals(
                "write",
                api.getCollaboratorPermission("acme", "widgets", "carol").getPermission());
        assertEquals(
                api.listContributors("acme", "widgets").execute(),
                api.listContributorsById(WIDGETS).execute());
        DescribedOperations.assertAllSucceeded("repositories", world);
    }

    private static List<String> names(Listing<RepositoryItem> repositories) {
        return repositories.stream().map(RepositoryItem::getName).sorted().toList();
    }

    private static List<String> logins(Listing<Collaborator> collaborators) {
        return collaborators.stream().map(Collaborator::getLogin).toList();
    }

    @Test
    void campaigns(TwinWorld world) {
        CampaignsApi api = world.asUser("olivia").campaigns();
        OffsetDateTime end = OffsetDateTime.of(2030, 5, 1, 0, 0, 0, 0, ZoneOffset.UTC);
        CampaignSummary made = api.create(
                        "acme",
                        "Now",
                        "At once",
                        end,
                        List.of(CampaignAlerts.builder()
                                .repositoryId(WIDGETS)
                                .alertNumbers(List.of(1L, 2L))
                                .build()))
                .managers(List.of("olivia"))
                .execute();
        assertEquals(made, api.get("acme", made.getNumber()));
        assertTrue(numbers(api.list("acme").state(CampaignState.OPEN)).contains(made.getNumber()));
        assertTrue(numbers(api.listById(ACME)).contains(made.getNumber()));
        CampaignSummary closed = api.update("acme", made.getNumber())
                .state(CampaignState.CLOSED)
                .contactLink(null)
                .execute();
        assertEquals(CampaignState.CLOSED, closed.getState());
        assertEquals(end.toInstant(), closed.getEndsAt().toInstant());
        api.delete("acme", made.getNumber());
        assertThrows(NotFoundException.class, () -> api.get("acme", made.getNumber()));
        DescribedOperations.assertAllSucceeded("campaigns", world);
    }

    private static List<Long> numbers(Listing<CampaignSummary> campaigns) {
        return campaigns.stream().map(CampaignSummary::getNumber).toList();
    }

    @Test
    void meta(TwinWorld world) {
        MetaApi api = world.asUser("olivia", "user", "repo", "admin:public_key").meta();
        assertTrue(api.root().getOrganizationUrl().endsWith("/orgs/{org}"));
        assertEquals(List.of(ApiVersion._2026_03_10, ApiVersion._2022_11_28), api.getAllVersions());
        assertTrue(api.get().getVerifiablePasswordAuthentication() != null);
        assertTrue(api.getRateLimit().getResources().getCore().getLimit() > 0);
        assertEquals("olivia", api.getAuthenticated().getLogin());
        assertEquals("Mike Mensah", api.getByUsername("mike").getName());
        assertEquals("olivia@example.com", api.listEmails().toList().get(0).getEmail());
        assertFalse(api.getZen().isBlank());
        assertTrue(api.getEmojis().get("+1").startsWith("http"));
        assertEquals(WIDGETS, api.getRepository("acme", "widgets").getId());
        assertEquals("widgets", api.getRepositoryById(WIDGETS).getName());
        Key key = api.createSshKey("ssh-ed25519 AAAAnew").title("Phone").execute();
        assertEquals(key, api.getSshKey(key.getId()));
        assertEquals(
                List.of("Phone"), api.listSshKeys().stream().map(Key::getTitle).toList());
        api.deleteSshKey(key.getId());
        assertEquals(0, api.listSshKeys().stream().count());
        DescribedOperations.assertAllSucceeded("meta", world);
    }
}
