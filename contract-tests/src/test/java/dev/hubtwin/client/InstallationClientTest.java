package dev.hubtwin.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.hubtwin.TwinWorld;
import dev.hubtwin.client.model.InstallationTokenCreate;
import dev.hubtwin.client.model.OrganizationFull;
import dev.hubtwin.junit.HubtwinTest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A client that signs in as an app, and as an installation with tokens that it gets by itself, against the twin. */
@HubtwinTest
class InstallationClientTest {

    private static final String TOKEN = "apps/create-installation-access-token";

    @Test
    void aTokenIsKeptAndReplacedBeforeItEnds(TwinWorld world) {
        GitHubClient client = app(world).installation("acme").build();
        client.organizations().get("acme");
        assertEquals(List.of("apps/get-org-installation", TOKEN, "orgs/get"), operations(world));
        client.organizations().get("acme");
        world.clock().advance(Duration.ofMinutes(54));
        client.organizations().get("acme");
        assertEquals(1, tokens(world));
        world.clock().advance(Duration.ofMinutes(2));
        client.organizations().get("acme");
        assertEquals(2, tokens(world));
    }

    @Test
    void manyThatCallAtOnceGetOneToken(TwinWorld world) {
        GitHubClient client = app(world).installation(555).build();
        List<CompletableFuture<OrganizationFull>> calls = IntStream.range(0, 20)
                .mapToObj(number -> client.organizations().getAsync("acme"))
                .toList();
        calls.forEach(CompletableFuture::join);
        assertEquals(1, tokens(world));
        assertEquals(21, world.requests().size());
    }

    @Test
    void aTokenThatIsRefusedIsReplacedOnce(TwinWorld world) {
        GitHubClient client = app(world).installation("acme/widgets").build();
        client.installations().revokeAccessToken();
        assertEquals("acme", client.organizations().get("acme").getLogin());
        assertEquals(2, tokens(world));
        world.faults().add(fault -> fault.operations("orgs/get").status(401));
        int before = world.requests().size();
        assertThrows(BadCredentialsException.class, () -> client.organizations().get("acme"));
        assertEquals(before + 3, world.requests().size(), "refused, a new token, refused");
    }

    @Test
    void aTokenMayBeForLess(TwinWorld world) {
        GitHubClient client = app(world)
                .installation(
                        "555",
                        InstallationTokenCreate.builder()
                                .repositories(List.of("widgets"))
                                .build())
                .build();
        assertEquals(
                List.of("widgets"),
                client.installations().listRepositories().stream()
                        .map(repository -> repository.getName())
                        .toList());
    }

    @Test
    void anInstallationIsOfAnApp() {
        assertThrows(
                IllegalStateException.class,
                () -> GitHubClient.builder().token("ghp_x").installation(1));
    }

    private static GitHubClientBuilder app(TwinWorld world) {
        return GitHubClient.builder()
                .baseUrl(world.url())
                .credential(world.tokens().app("twin-app"))
                .by(
                        new WorldClock(world),
                        Timer.real(),
                        () -> ThreadLocalRandom.current().nextLong());
    }

    private static List<String> operations(TwinWorld world) {
        return IntStream.range(0, world.requests().size())
                .mapToObj(back ->
                        world.requests().get(world.requests().size() - 1 - back).getOperation())
                .toList();
    }

    private static long tokens(TwinWorld world) {
        return operations(world).stream().filter(TOKEN::equals).count();
    }
}
