package dev.hubtwin.seed;

import static dev.hubtwin.seed.EverythingSeed.everything;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.hubtwin.internal.seed.SeedCodec;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SeedTest {

    private static final Instant NOW = Instant.parse("2026-02-03T04:05:06Z");

    @Test
    void everyMemberOfTheSeedFormatCanBeSaid() throws IOException {
        try (InputStream file = SeedCodec.class.getResourceAsStream("everything.yaml")) {
            assertEquals(
                    json(new YAMLMapper().readTree(file)), json(everything().json()));
        }
    }

    @Test
    void whatIsSaidIsExportedAgain() throws IOException {
        assertEquals(
                json(everything().json()),
                json(new ObjectMapper().readTree(SeedCodec.json(everything().world(NOW)))));
    }

    @Test
    void shortFormsSayWhatTheLongOnesSay() {
        Seed seed = Seed.of()
                .users("olivia", "mike", "ivan")
                .organization(
                        "acme",
                        acme -> acme.owner("olivia")
                                .member("mike")
                                .invite("ivan")
                                .team("core", "mike")
                                .hook("http://x/", "s", "*"))
                .repository("acme/widgets")
                .app("app", "acme", app -> app.installedOn("acme"))
                .oauthApp("id", "secret")
                .token("ghp_a", "olivia", "repo");
        assertEquals("""
        {"users":[{"login":"olivia"},{"login":"mike"},{"login":"ivan"}],\
        "organizations":[{"login":"acme","members":[{"login":"olivia","role":"admin"},{"login":"mike"},{"login":"ivan","state":"pending"}],\
        "teams":[{"slug":"core","members":["mike"]}],\
        "hooks":[{"config":{"url":"http://x/","content_type":"json","secret":"s"},"events":["*"]}]}],\
        "repositories":[{"owner":"acme","name":"widgets"}],\
        "apps":[{"slug":"app","owner":"acme","installations":[{"account":"acme"}]}],\
        "oauth_apps":[{"client_id":"id","client_secret":"secret"}],\
        "tokens":[{"token":"ghp_a","user":"olivia","scopes":["repo"]}]}""", seed.json().toString());
        seed.world(NOW);
    }

    @Test
    void aSeedIsLoadedAsOftenAsOneLikes() {
        Seed seed = Seed.of().user("olivia", user -> user.with("name", null));
        assertEquals(seed.world(NOW), seed.world(NOW));
        assertEquals(
                "{\"users\":[{\"login\":\"olivia\",\"name\":null}]}",
                seed.json().toString());
    }

    @Test
    void whatIsWrongIsSaidWithItsPath() {
        assertEquals(
                "users[0].logn: this key is unknown", refused(Seed.of().user("a", user -> user.with("logn", "b"))));
        assertEquals(
                "users[0].followers: this is a text",
                refused(Seed.of().user("a", user -> user.with("followers", "b"))));
        assertEquals(
                "repositories[0].owner: there is no account \"acme\"",
                refused(Seed.of().repository("acme/widgets")));
        assertThrows(IllegalArgumentException.class, () -> Seed.of().repository("widgets"));
    }

    private static String refused(Seed seed) {
        return assertThrows(SeedException.class, () -> seed.world(NOW))
                .getMessage()
                .split(";")[0];
    }

    /** Numbers as JSON has them, whatever Java type they were. */
    private static Object json(Object tree) throws IOException {
        return new ObjectMapper().readTree(tree.toString());
    }
}
