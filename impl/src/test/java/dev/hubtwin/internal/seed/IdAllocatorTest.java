package dev.hubtwin.internal.seed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hubtwin.internal.world.Counters.Kind;
import dev.hubtwin.internal.world.Counters.Numbered;
import dev.hubtwin.internal.world.Counters.Series;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.account.Account;
import dev.hubtwin.internal.world.hook.HookOwner;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdAllocatorTest {

    @Test
    void givenIdsAreReservedFirstAndTheRestFillTheGaps() {
        World world = read("""
        users: [{login: a}, {login: b, id: 2}, {login: c}]
        organizations: [{login: d}, {login: e, id: 1}, {login: f, id: 9}]
        """);
        assertEquals(List.of("1 e", "2 b", "3 a", "4 c", "5 d", "9 f"), accounts(world));
        assertEquals(10, world.counters().next(Kind.ACCOUNTS));
        assertEquals(1, world.counters().next(Kind.TEAMS));
    }

    @Test
    void theyStartFromTheCounterWhereItStands() {
        World world = read("""
        users: [{login: a}, {login: b, id: 21}, {login: c}, {login: d, id: 3}]
        counters: {accounts: 20}
        """);
        assertEquals(List.of("3 d", "20 a", "21 b", "22 c"), accounts(world));
        assertEquals(23, world.counters().next(Kind.ACCOUNTS));
    }

    @Test
    void kindsDoNotShareThem() {
        World world = read("""
        users: [{login: a}]
        organizations:
          - {login: o, teams: [{slug: t}], hooks: [{config: {url: 'http://x/'}}], campaigns: [{name: c}, {name: d}]}
          - {login: p, teams: [{slug: t}], hooks: [{config: {url: 'http://x/'}}], campaigns: [{name: c}]}
        repositories: [{owner: a, name: r}]
        apps: [{slug: a, owner: a, installations: [{account: a}]}]
        tokens: [{token: t, user: a}]
        """);
        assertEquals(1, world.repository("a", "r").orElseThrow().id());
        assertEquals(2, world.teams().team(3, "t").orElseThrow().id());
        assertEquals(2, world.hooks().knownTo(null, HookOwner.organization(3)).get(0));
        assertEquals(1, world.campaigns().of(3).byNumber().size());
        assertEquals(1, world.apps().installations().on(1, 1).orElseThrow().id());
        assertEquals(1, world.tokens().find("t").orElseThrow().id());
        assertEquals(3, world.counters().next(new Series(Numbered.CAMPAIGNS, 2)));
        assertEquals(2, world.counters().next(new Series(Numbered.CAMPAIGNS, 3)));
    }

    @Test
    void aRestartGoesOnWithTheSameNextOnes() {
        World world = read("users: [{login: a}]");
        World later = world.draw(Kind.ACCOUNTS).world().draw(Kind.HOOKS).world();
        World restarted = SeedCodec.read(SeedCodec.yaml(later), null, SeedSamples.NOW);
        assertEquals(later, restarted);
        assertEquals(3, restarted.draw(Kind.ACCOUNTS).id());
        assertEquals(2, restarted.draw(Kind.HOOKS).id());
    }

    @Test
    void whatIsAddedGetsNoIdThatWasEverUsed() {
        World world = read("users: [{login: a}, {login: b}, {login: c}]");
        World without = SeedCodec.merge(world, "users: [{login: c, $delete: true}]", null, SeedSamples.NOW);
        World more = SeedCodec.add(without, "users: [{login: d}]", null, SeedSamples.NOW);
        assertEquals(List.of("1 a", "2 b", "4 d"), accounts(more));
    }

    private static World read(String text) {
        return SeedCodec.read(text, null, SeedSamples.NOW);
    }

    private static List<String> accounts(World world) {
        return world.accounts().all().stream()
                .sorted(Comparator.comparing(Account::id))
                .map(account -> account.id() + " " + account.login())
                .toList();
    }
}
