package dev.hubtwin.internal.apps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.hubtwin.internal.exchange.PathEntities;
import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.seed.SeedCodec;
import dev.hubtwin.internal.store.Change;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.app.App;
import dev.hubtwin.internal.world.app.ManifestCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The rules of the manifest flow")
class ManifestConversionTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final World WORLD = SeedCodec.read(
            "users: [{login: olivia, id: 7}, {login: mike}]\norganizations: [{login: acme}]\n"
                    + "apps: [{slug: taken, owner: olivia, id: 40}]",
            "application/yaml",
            NOW);
    private static final NewApp DRAWN = NewApp.draw();

    @Test
    @DisplayName("a manifest that is taken in becomes an app by its code, once (R128)")
    void becomesAnApp() {
        World world = accepted("{\"name\": \"Fresh App\", \"url\": \"https://fresh.example\"}");
        Change<App> made = ManifestConversion.convert(named(world), DRAWN, NOW.plusSeconds(3599));
        assertEquals(
                "fresh-app Fresh App 7 41",
                made.result().slug() + " " + made.result().name() + " "
                        + made.result().ownerId() + " "
                        + made.result().id());
        assertEquals(made.result(), made.world().apps().client(DRAWN.clientId()).orElseThrow());
        assertEquals(404, refused(made.world(), NOW).status());
    }

    @Test
    @DisplayName("an app may have the name of its own owner, and every event that its permissions cover (R128)")
    void mayBeCalledAsItsOwner() {
        World world = accepted("{\"name\": \"Olivia\", \"url\": \"https://a.example\", \"version\": \"v1\","
                + "\"default_permissions\": {\"contents\": \"read\", \"members\": \"read\"},"
                + "\"default_events\": [\"push\", \"member\", \"organization\", \"star\"]}");
        App made = ManifestConversion.convert(named(world), DRAWN, NOW).result();
        assertEquals(List.of("push", "member", "organization", "star"), List.copyOf(made.events()));
    }

    @Test
    @DisplayName("a code is good for less than an hour (R128)")
    void ends() {
        World world = accepted("{\"name\": \"Fresh App\", \"url\": \"https://fresh.example\"}");
        assertEquals(404, refused(world, NOW.plus(Duration.ofHours(1))).status());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\": \"TAKEN\", \"url\": \"http://a\"}                                 | Name is already taken",
                "{\"name\": \"taken!\", \"url\": \"http://a\"}                                | Name is already taken",
                "{\"url\": \"http://a\"}                                                      | Name can't be blank",
                "{\"name\": \"A\", \"url\": \"ftp://a\"}                                       | Url must be a valid URL",
                "{\"name\": \"0123456789012345678901234567890123x\", \"url\": \"http://a\"} | Name is too long (maximum is 34 characters)",
                "{\"name\": \"A\", \"url\": \"http://a\", \"hook_attributes\": {}}            | Hook url must be a valid URL",
                "{\"name\": \"A\", \"url\": \"http://a\", \"default_permissions\": {\"a\": \"b\"}} | Default permissions must be levels by name",
                "{\"name\": \"A\", \"url\": \"http://a\", \"default_events\": \"push\"}       | Default events must be a list of names",
                "{\"name\": \"A\", \"url\": \"http://a\", \"default_events\": [\"installation\", \"github_app_authorization\"]} | Default events unsupported: installation and github_app_authorization",
                "{\"name\": \"A\", \"url\": \"http://a\", \"default_events\": [\"nonsense\"]}     | Default events unsupported: nonsense",
                "{\"name\": \"A\", \"url\": \"http://a\", \"default_events\": [\"push\", \"star\"], \"default_permissions\": {\"issues\": \"write\"}} | Default events are not supported by permissions: push",
                "{\"name\": \"A\", \"url\": \"http://a\", \"default_events\": [\"push\", \"issues\", \"team\"]} | Default events are not supported by permissions: push, issues, and team",
                "{\"name\": \"A\", \"url\": \"http://a\", \"default_permissions\": {\"starlight\": \"read\"}} | Default permissions unsupported: starlight",
                "{\"name\": \"A\", \"url\": \"http://a\", \"homepage\": \"http://a\"}              | \"homepage\" is not a permitted key.",
                "{\"name\": \"A\", \"url\": \"http://a\", \"hook_attributes\": {\"url\": \"http://a\", \"secret\": \"s\"}} | \"secret\" is not a permitted key of hook_attributes.",
                "{\"name\": \"Acme\", \"url\": \"http://a\"}                                     | Name is already taken",
                "{\"name\": \"mike\", \"url\": \"http://a\"}                                     | Name is already taken",
                "[]                                                                                    | Name can't be blank",
                "{                                                                                     | Manifest is not JSON"
            })
    @DisplayName("what is wrong with a manifest is said in sentences (decisions)")
    void saysWhatIsWrong(String manifest, String sentence) {
        ApiException refusal = refused(accepted(manifest), NOW);
        assertEquals(422, refusal.status());
        assertEquals(sentence, refusal.sentences().get(0));
    }

    @Test
    @DisplayName("two draws have nothing in common")
    void drawsAnew() {
        NewApp other = NewApp.draw();
        assertEquals(2048, other.key().verifying().getModulus().bitLength());
        for (List<String> pair : List.of(
                List.of(DRAWN.clientId(), other.clientId()),
                List.of(DRAWN.clientSecret(), other.clientSecret()),
                List.of(DRAWN.webhookSecret(), other.webhookSecret()),
                List.of(DRAWN.key().pem(), other.key().pem()),
                List.of(other.clientSecret(), other.webhookSecret()))) {
            assertNotEquals(pair.get(0), pair.get(1));
        }
    }

    private static World accepted(String manifest) {
        Change<ManifestCode> accepted = ManifestConversion.accept(WORLD, 7, manifest, "code", NOW);
        assertEquals("code", accepted.result().code());
        return accepted.world();
    }

    private static ApiException refused(World world, Instant now) {
        return assertThrows(ApiException.class, () -> ManifestConversion.convert(named(world), DRAWN, now));
    }

    private static PathEntities named(World world) {
        return PathEntities.of(world, Map.of("code", "code"));
    }
}
