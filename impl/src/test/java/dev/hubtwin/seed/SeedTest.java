package dev.hubtwin.seed;

import static dev.hubtwin.seed.EverythingSeed.everything;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.hubtwin.Twin;
import dev.hubtwin.client.control.model.StateVisibility;
import dev.hubtwin.internal.apps.AppKeys;
import dev.hubtwin.internal.seed.SeedCodec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeedTest {

    private static final Instant NOW = Instant.parse("2026-02-03T04:05:06Z");

    @Test
    void everyMemberOfTheSeedFormatCanBeSaid() throws IOException {
        try (InputStream file = SeedCodec.class.getResourceAsStream("everything.yaml")) {
            assertEquals(
                    json(new YAMLMapper().readTree(file)), json(everything().toJson()));
        }
    }

    @Test
    void whatIsSaidIsExportedAgain() throws IOException {
        assertEquals(
                json(everything().toJson()),
                json(new ObjectMapper().readTree(SeedCodec.json(SeedCodec.read(everything(), NOW)))));
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
        "tokens":[{"token":"ghp_a","user":"olivia","scopes":["repo"]}]}""", seed.toJson());
        SeedCodec.read(seed, NOW);
    }

    @Test
    void aSeedIsLoadedAsOftenAsOneLikes() {
        Seed seed = Seed.of().user("olivia", user -> user.with("name", null));
        assertEquals(SeedCodec.read(seed, NOW), SeedCodec.read(seed, NOW));
        assertEquals("{\"users\":[{\"login\":\"olivia\",\"name\":null}]}", seed.toJson());
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

    @Test
    void valuesOfEveryKindAreHeldAsTextsNumbersAndBooleans() {
        Seed seed = Seed.of()
                .user(
                        "olivia",
                        olivia -> olivia.with("created_at", Instant.EPOCH)
                                .with("hireable", true)
                                .with("former_logins", new String[] {"olive"})
                                .with("bio", StateVisibility.PRIVATE))
                .settings(settings -> settings.asyncConversion(Duration.ofMinutes(2)));
        assertEquals(
                Map.of(
                        "users",
                        List.of(Map.of(
                                "login", "olivia",
                                "created_at", "1970-01-01T00:00:00Z",
                                "hireable", true,
                                "former_logins", List.of("olive"),
                                "bio", "private")),
                        "settings",
                        Map.of("async_conversion", "PT2M")),
                seed.toMap());
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> Seed.of().with("users", new Object()));
        assertTrue(refused.getMessage().startsWith("a seed cannot hold a java.lang.Object"), refused.getMessage());
    }

    @Test
    void aCopyIsNotChangedWithTheSeed() {
        Seed seed = Seed.of().user("olivia");
        Map<String, Object> copy = seed.toMap();
        seed.user("mike");
        assertEquals(Map.of("users", List.of(Map.of("login", "olivia"))), copy);
        assertThrows(UnsupportedOperationException.class, () -> copy.remove("users"));
        assertThrows(UnsupportedOperationException.class, () -> ((List<?>) copy.get("users")).remove(0));
    }

    @Test
    void aTextIsJsonIfItBeginsWithABraceAndOtherwiseYaml() {
        assertEquals(
                Seed.of().user("a").toMap(), Seed.parse("users: [{login: a}]").toMap());
        assertEquals(
                Seed.of().user("a").toMap(),
                Seed.parse("{\"users\": [{\"login\": \"a\"}]}").toMap());
        assertEquals(
                Seed.of().user("a").toMap(),
                Seed.parseYaml("{users: [{login: a}]}").toMap());
        SeedException refused = assertThrows(SeedException.class, () -> Seed.parse("{users: [{login: a}]}"));
        assertTrue(refused.isMalformed());
        assertEquals("line 1: this is not JSON", refused.getMessage());
    }

    @Test
    void whatWasReadCanBeAddedTo() {
        Seed seed = Seed.parse("settings: {rate_limit: 7, public_hook_hosts_only: true}\nusers: [{login: olivia}]")
                .settings(settings -> settings.rateLimit(8))
                .user("mike");
        assertEquals(
                "{\"settings\":{\"rate_limit\":8,\"public_hook_hosts_only\":true},"
                        + "\"users\":[{\"login\":\"olivia\"},{\"login\":\"mike\"}]}",
                seed.toJson());
        SeedException refused = assertThrows(
                SeedException.class, () -> Seed.parse("users: olivia").user("mike"));
        assertEquals("users: this is not a list; expected one that can be added to", refused.getMessage());
        assertThrows(SeedException.class, () -> Seed.parse("settings: []").settings(settings -> {}));
    }

    @Test
    void linesAreThoseOfTheTextAsLongAsItStandsAsItWasWritten() {
        String text = "users:\n  - login: olivia\n  - login: mike\norganizations:\n  - login: acme\n";
        assertEquals(3, Seed.parse(text).line("users[1].login"));
        assertEquals(3, Seed.parse(text).line("users[1].name"), "the nearest around it");
        assertEquals(0, Seed.parse(text).user("ivan").line("users[1].login"));
        assertEquals(5, Seed.parse(text).user("ivan").line("organizations[0]"));
        assertEquals(0, Seed.of().user("ivan").line("users[0]"));
    }

    @Test
    void aFileIsReadWithTheKeysBesideIt(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("app.pem"), AppKeys.draw().pem());
        Path file = Files.writeString(
                folder.resolve("seed.yml"),
                "{users: [{login: olivia}],\n apps: [{slug: app, owner: olivia, private_key_file: app.pem}]}");
        Seed seed = Seed.read(file);
        assertEquals(folder.toAbsolutePath(), seed.directory().orElseThrow());
        try (Twin twin = Twin.start(seed)) {
            assertEquals(
                    "app",
                    assertDoesNotThrow(() ->
                            twin.world().asApp("app").apps().getAuthenticated().getSlug()));
        }
        assertTrue(refused(Seed.parseYaml(Files.readString(file))).contains("a file can only be named in a seed file"));
        assertThrows(UncheckedIOException.class, () -> Seed.read(folder.resolve("none.yaml")));
    }

    @Test
    void theDemoSeedIsThatOfTheDemoWorld() {
        assertTrue(SeedCodec.read(Seed.demo(), NOW).accounts().account("acme").isPresent());
    }

    private static String refused(Seed seed) {
        return assertThrows(SeedException.class, () -> SeedCodec.read(seed, NOW))
                .getMessage()
                .split(";")[0];
    }

    /** Numbers as JSON has them, whatever Java type they were. */
    private static Object json(Object tree) throws IOException {
        return new ObjectMapper().readTree(tree.toString());
    }
}
