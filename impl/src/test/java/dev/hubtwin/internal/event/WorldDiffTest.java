package dev.hubtwin.internal.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hubtwin.internal.seed.MergedWorld;
import dev.hubtwin.internal.seed.SeedCodec;
import dev.hubtwin.internal.seed.slice.WorldSlice;
import dev.hubtwin.internal.world.World;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What webhooks hear of a document that is merged")
class WorldDiffTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final String WORLD = """
            users: [{login: olivia}, {login: mike}, {login: zoe}]
            organizations:
              - login: acme
                members: [{login: olivia, role: admin}, {login: mike}]
                teams: [{slug: crew, name: Crew, members: [olivia]}]
            repositories: [{owner: acme, name: widgets}, {owner: mike, name: toys}]
            """;

    private static String told(World before, MergedWorld merged) {
        return WorldDiff.events(before, merged).stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    @ParameterizedTest
    @DisplayName("is what a comparison of the whole worlds finds")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            organizations: [{login: acme, teams: [{slug: crew, members: [olivia, mike]}]}] | membership added
            organizations: [{login: acme, teams: [{slug: crew, $delete: true}]}] | team deleted
            repositories: [{owner: acme, name: widgets, collaborators: [{login: zoe, permission: push}]}] | member added
            repositories: [{owner: mike, name: toys, collaborators: [{login: zoe, permission: push}]}] | member added
            organizations: [{login: acme, members: [{login: zoe}]}] | organization member_added
            users: [{login: mike, $delete: true}] | organization member_removed
            organizations: [{login: acme, hooks: [{config: {url: 'http://127.0.0.1:9/'}}]}] | ping
            repositories: [{owner: acme, name: widgets, hooks: [{config: {url: 'http://127.0.0.1:9/'}}]}] | ping
            apps: [{slug: bot, name: Bot, owner: acme, webhook: {url: 'http://127.0.0.1:9/'}}] | ping
            apps: [{slug: bot, name: Bot, owner: acme, installations: [{account: acme}]}] | installation created
            """)
    void isWhatDiffers(String document, String events) {
        World before = SeedCodec.read(WORLD, "application/yaml", NOW);
        MergedWorld merged = SeedCodec.merged(before, document, "application/yaml", NOW);
        MergedWorld whole = new MergedWorld(merged.world(), WorldSlice.whole(), WorldSlice.whole());
        assertEquals(List.of(events, events), List.of(told(before, whole), told(before, merged)));
    }
}
