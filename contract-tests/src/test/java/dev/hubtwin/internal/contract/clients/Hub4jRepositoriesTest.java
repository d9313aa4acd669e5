package dev.hubtwin.internal.contract.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.kohsuke.github.GHEvent;
import org.kohsuke.github.GHHook;
import org.kohsuke.github.GHKey;
import org.kohsuke.github.GHMyself;
import org.kohsuke.github.GHOrganization;
import org.kohsuke.github.GHPermissionType;
import org.kohsuke.github.GHPerson;
import org.kohsuke.github.GHRepository;
import org.kohsuke.github.GitHub;

/** hub4j's client, unmodified, among repositories, their webhooks and the keys of its user, at both roots. */
class Hub4jRepositoriesTest extends Hub4jTestBase {

    @Test
    void makesARepositoryAndFindsIt() throws IOException {
        GitHub github = connect("ghp_ada");
        GHOrganization atlas = github.getOrganization("atlas");
        GHRepository made = atlas.createRepository("rivers")
                .description("Where water goes")
                .private_(true)
                .create();
        assertEquals("atlas/rivers", made.getFullName());
        assertTrue(made.isPrivate() && made.hasAdminAccess());
        assertTrue(names(atlas.listRepositories(2).toList()).containsAll(Set.of("globe", "mould", "rivers")));
        assertTrue(atlas.getRepositories().containsKey("rivers"));
        assertEquals(made.getId(), github.getRepositoryById(made.getId()).getId());
    }

    @Test
    void listsRepositoriesOfUsers() throws IOException {
        GitHub github = connect("ghp_ada");
        GHMyself ada = github.getMyself();
        assertTrue(names(ada.listRepositories(1).toList()).containsAll(Set.of("diary", "globe", "chart")));
        assertEquals(
                Set.of("diary"),
                names(ada.listRepositories(30, GHMyself.RepositoryListFilter.OWNER).toList().stream()
                        .filter(GHRepository::isPrivate)
                        .toList()));
        assertTrue(names(github.getUser("nell").listRepositories().toList()).contains("mould"));
    }

    @Test
    void knowsWhoWorksThere() throws IOException {
        GHRepository globe = connect("ghp_ada").getRepository("atlas/globe");
        Set<String> collaborators = globe.listCollaborators().toList().stream()
                .map(GHPerson::getLogin)
                .collect(Collectors.toSet());
        assertTrue(collaborators.containsAll(Set.of("ada", "arno", "asta", "axel")), collaborators.toString());
        assertEquals(GHPermissionType.WRITE, globe.getPermission("arno"));
        assertTrue(globe.listContributors().toList().size() > 0);
    }

    @Test
    void managesWebhooksOfARepository() throws IOException {
        GHRepository globe = connect("ghp_ada").getRepository("atlas/globe");
        GHHook hook = globe.createWebHook(
                URI.create("http://127.0.0.1:9/hub4j").toURL(), List.of(GHEvent.MEMBER, GHEvent.PUSH));
        assertTrue(hook.isActive());
        assertEquals(hook.getId(), globe.getHook((int) hook.getId()).getId());
        hook.ping();
        globe.deleteHook((int) hook.getId());
        assertTrue(globe.getHooks().stream().noneMatch(each -> each.getId() == hook.getId()));
    }

    @Test
    void managesKeysOfItsUser() throws IOException {
        GHMyself ada = connect("ghp_ada").getMyself();
        int before = ada.getPublicKeys().size();
        GHKey key = ada.addPublicKey(
                "hub4j", "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJq1XYG2mDyrvDUcfE1wJ0JXxNFtvTkwZ3hQGpQeQxV6");
        assertEquals(before + 1, ada.getPublicKeys().size());
        assertEquals("hub4j", key.getTitle());
    }

    private static Set<String> names(List<GHRepository> repositories) {
        return repositories.stream().map(GHRepository::getName).collect(Collectors.toSet());
    }
}
