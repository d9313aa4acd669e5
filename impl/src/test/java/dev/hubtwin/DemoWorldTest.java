package dev.hubtwin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hubtwin.internal.seed.SeedCodec;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.account.Account;
import dev.hubtwin.internal.world.repository.Repository;
import dev.hubtwin.internal.world.token.Token;
import dev.hubtwin.seed.Seed;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The demo world, shown to each of its tokens")
class DemoWorldTest {

    @Test
    void nothingInItIsMoreThanTheServerCanShow() throws Exception {
        World world = SeedCodec.read(Seed.demo(), Instant.now());
        List<String> paths = new ArrayList<>(
                List.of("/user", "/user/orgs", "/organizations", "/installation/repositories", "/rate_limit"));
        for (Account account : world.accounts().all()) {
            paths.addAll(List.of(
                    "/users/" + account.login(), "/orgs/" + account.login(), "/users/" + account.login() + "/orgs"));
            paths.addAll(
                    List.of("/orgs/" + account.login() + "/campaigns", "/orgs/" + account.login() + "/campaigns/1"));
        }
        for (Repository repository : world.repositories().byId().values()) {
            paths.add("/repositories/" + repository.id());
        }
        try (Twin twin = Twin.start()) {
            HttpClient client = HttpClient.newHttpClient();
            for (Token token : world.tokens().all()) {
                for (String path : paths) {
                    HttpRequest request = HttpRequest.newBuilder(URI.create(twin.url() + path))
                            .header("Authorization", "token " + token.text())
                            .build();
                    client.send(request, BodyHandlers.discarding());
                }
            }
            assertEquals(List.of(), twin.contractViolations());
        }
    }
}
