package dev.hubtwin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.client.GitHubClient;
import dev.hubtwin.client.GitHubException;
import dev.hubtwin.client.control.model.StateLevel;
import dev.hubtwin.client.model.AppPermissions;
import dev.hubtwin.client.model.Authorization;
import dev.hubtwin.client.model.PermissionReadWrite;
import dev.hubtwin.internal.apps.AppKeys;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Signing in as anybody. */
class TwinTokensTest {

    private static final Twin TWIN = Twin.start();

    private TwinWorld world;

    @BeforeEach
    void begin() {
        world = TWIN.fork("signed-in");
    }

    @AfterEach
    void drop() {
        TWIN.drop("signed-in");
    }

    @AfterAll
    static void close() {
        TWIN.close();
    }

    @Test
    void aUserHasEveryScopeOrThoseThatAreNamed() {
        GitHubClient olivia = world.asUser("OLIVIA");
        assertEquals("olivia", olivia.meta().getAuthenticated().getLogin());
        assertEquals(1, olivia.webhooks().list("acme").toList().size());
        assertEquals(
                404,
                refused(() ->
                        world.asUser("olivia", "user").webhooks().list("acme").toList()));
        assertEquals("olivia", world.requests().get(0).getCaller().getLogin());
    }

    @Test
    void tokensOfEveryKindAreGood() {
        assertEquals(
                1,
                world.asToken(world.tokens().oauth("olivia", "0a1b2c3d4e5f60718293"))
                        .webhooks()
                        .list("acme")
                        .toList()
                        .size());
        GitHubClient fine = world.asToken(
                world.tokens().fineGrained("olivia", "acme", Map.of("organization_campaigns", StateLevel.READ)));
        assertEquals(2, fine.campaigns().list("acme").toList().size());
        assertEquals(404, refused(() -> fine.webhooks().list("acme").toList()));
        assertEquals(
                "olivia",
                world.asToken(world.tokens().userToServer("olivia", "twin-app"))
                        .meta()
                        .getAuthenticated()
                        .getLogin());
        assertEquals("ghp_", world.tokens().classic("mike").substring(0, 4));
    }

    @Test
    void anAppSignsForItselfWithAKeyThatItHasOrGets() {
        assertEquals(
                "twin-app", world.asApp("twin-app").apps().getAuthenticated().getSlug());
        assertEquals(
                "olivias-helper",
                world.asApp("olivias-helper").apps().getAuthenticated().getSlug());
        world.state()
                .merge("{\"apps\": [{\"slug\": \"twin-app\", \"private_key\": \""
                        + AppKeys.draw().pem().replace("\n", "\\n") + "\"}]}");
        assertEquals(
                "twin-app", world.asApp("twin-app").apps().getAuthenticated().getSlug());
    }

    @Test
    void anInstallationHasWhatItWasGiven() {
        assertEquals(3, reached("acme"));
        assertEquals(1, reached("olivia"));
        world.asApp("twin-app").installations().suspend(555);
        IllegalArgumentException suspended =
                assertThrows(IllegalArgumentException.class, () -> world.asInstallation("twin-app", "acme"));
        assertTrue(suspended.getMessage().contains("suspended"), suspended.getMessage());
    }

    @Test
    void anAppShowsItsClientIdAndSecret() {
        Authorization scoped = world.asClient("Iv1.twinappdemo")
                .apps()
                .scopeToken("Iv1.twinappdemo", world.tokens().userToServer("olivia", "twin-app"))
                .target("acme")
                .permissions(AppPermissions.builder()
                        .issues(PermissionReadWrite.READ)
                        .build())
                .execute();
        assertEquals(
                "olivia",
                world.asToken(scoped.getToken()).meta().getAuthenticated().getLogin());
    }

    @Test
    void whoIsNotThereIsNamed() {
        for (Map.Entry<String, Executable> who : Map.<String, Executable>of(
                        "there is no user \"nobody\" in this world", () -> world.asUser("nobody"),
                        "there is no user \"acme\" in this world", () -> world.asUser("acme"),
                        "there is no app \"nobody\" in this world", () -> world.asApp("nobody"),
                        "the app \"twin-app\" is not installed on \"globex\"",
                                () -> world.asInstallation("twin-app", "globex"),
                        "there is no app with the client id \"nobody\" in this world", () -> world.asClient("nobody"))
                .entrySet()) {
            assertEquals(
                    who.getKey(),
                    assertThrows(IllegalArgumentException.class, who.getValue()).getMessage());
        }
    }

    private long reached(String account) {
        return world.asInstallation("twin-app", account).installations().listRepositories().stream()
                .count();
    }

    private static int refused(Executable call) {
        return assertThrows(GitHubException.class, call).status();
    }
}
