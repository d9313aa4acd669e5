package dev.hubtwin.internal.seed;

import static dev.hubtwin.internal.seed.SeedSamples.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.internal.world.Settings;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.account.Organization;
import dev.hubtwin.internal.world.account.UserName;
import dev.hubtwin.internal.world.campaign.Campaign;
import dev.hubtwin.internal.world.hook.HookOwner;
import dev.hubtwin.internal.world.repository.Repository.Visibility;
import dev.hubtwin.seed.Seed;
import dev.hubtwin.seed.SeedException;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class DocumentMergeTest {

    private final World demo = SeedCodec.read(Seed.demo(), NOW);

    private World patched(String text) {
        return SeedCodec.merge(demo, text, null, NOW);
    }

    private World posted(String text) {
        return SeedCodec.add(demo, text, null, NOW);
    }

    @Test
    void nothingMergedOrAddedChangesNothing() {
        assertEquals(demo, patched("{}"));
        assertEquals(demo, posted("{}"));
        assertEquals(demo, SeedCodec.merge(demo, SeedCodec.json(demo), null, NOW));
    }

    @Test
    void aThingThatIsThereGetsTheMembersThatAreSent() {
        World world =
                patched("organizations: [{login: ACME, description: Gone public, location: null, plan: {seats: 30}}]");
        Organization acme = world.accounts().organization("acme").orElseThrow();
        assertEquals("Gone public", acme.profile().description());
        assertNull(acme.profile().location());
        assertEquals("Acme Inc.", acme.profile().company());
        assertEquals("enterprise", acme.plan().name());
        assertEquals(30, acme.plan().seats());
        assertEquals("acme", acme.login(), "found in any case, it keeps its own");
    }

    @Test
    void deeperListsAreMergedByTheirKeysToo() {
        World world = patched("""
        organizations:
          - login: acme
            members: [{login: mike, role: admin}, {login: hubot}]
            teams: [{slug: security, repositories: [{name: widgets, permission: admin}, {name: gears}]}]
            hooks: [{id: 1, config: {secret: null}, active: false}]
            campaigns: [{number: 1, code_scanning_alerts: [{repository: gears, alert_numbers: [1]}]}]
        repositories: [{owner: acme, name: widgets, code_scanning_alerts: [{number: 1, state: fixed}], topics: [one]}]
        apps: [{slug: twin-app, installations: [{account: olivia, suspended_at: '2026-01-01T00:00:00Z'}]}]
        """);
        assertEquals(
                List.of("mike", "olivia"),
                world.memberships().roster(9001).owners().elements().stream()
                        .map(UserName::key)
                        .toList());
        assertTrue(world.memberships().roster(9001).isMember(108));
        assertEquals(
                "{1296269=ADMIN, 1296270=PULL}",
                new TreeMap<>(world.teams().team(2).orElseThrow().repositories()).toString());
        assertNull(world.hooks()
                .hook(HookOwner.organization(9001), 1, null)
                .orElseThrow()
                .config()
                .secret());
        assertEquals(
                "json",
                world.hooks()
                        .hook(HookOwner.organization(9001), 1, null)
                        .orElseThrow()
                        .config()
                        .contentType());
        assertEquals(
                2, world.campaigns().of(9001).campaign(1).orElseThrow().alerts().size());
        assertEquals(
                List.of("one"),
                world.repository("acme", "widgets").orElseThrow().about().topics());
        assertEquals(
                4, world.repository("acme", "widgets").orElseThrow().alerts().size());
        assertEquals(
                102,
                world.apps()
                        .installations()
                        .installation(556)
                        .orElseThrow()
                        .suspension()
                        .by(),
                "the owner of the app's owner");
    }

    @Test
    void whatIsNotThereIsAdded() {
        World world = patched(
                "tokens: [{token: ghp_new, user: mike}]\norganizations: [{login: acme, hooks: [{config: {url: 'http://127.0.0.1/'}}]}]");
        assertEquals(14, world.tokens().find("ghp_new").orElseThrow().id());
        assertTrue(world.hooks().hook(HookOwner.organization(9001), 3, null).isPresent());
    }

    @Test
    void hooksOfRepositoriesAreMergedByTheirIdsAndGoWithTheirRepositoryOrMaker() {
        String widgets = "repositories: [{owner: acme, name: widgets, ";
        World world =
                patched(widgets + "hooks: [{config: {url: 'http://127.0.0.1/'}, oauth_app: 0a1b2c3d4e5f60718293}]}]");
        HookOwner owner = HookOwner.repository(
                world.repository("acme", "widgets").orElseThrow().id());
        assertTrue(world.hooks().hook(owner, 3, null).isPresent());
        assertTrue(world.hooks().hook(HookOwner.organization(9001), 1, null).isPresent());
        World changed = SeedCodec.merge(world, widgets + "hooks: [{id: 3, active: false}]}]", null, NOW);
        assertFalse(changed.hooks().byId().get(3L).active());
        assertEquals(
                "http://127.0.0.1/", changed.hooks().byId().get(3L).config().url());
        assertEquals(changed, SeedCodec.merge(changed, SeedCodec.json(changed), null, NOW));
        assertNull(SeedCodec.merge(world, widgets + "$delete: true}]", null, NOW)
                .hooks()
                .byId()
                .get(3L));
        assertNull(SeedCodec.merge(world, "oauth_apps: [{client_id: 0a1b2c3d4e5f60718293, $delete: true}]", null, NOW)
                .hooks()
                .byId()
                .get(3L));
    }

    @Test
    void whatOneMemberSaysOtherwiseMakesAnotherForgotten() {
        World world = patched("""
        repositories: [{owner: acme, name: gears, private: true}]
        organizations: [{login: acme, campaigns: [{number: 2, state: open}, {number: 1, state: closed}]}]
        """);
        assertEquals(
                Visibility.PRIVATE,
                world.repository("acme", "gears").orElseThrow().visibility());
        assertNull(world.campaigns().of(9001).campaign(2).orElseThrow().closedAt());
        assertEquals(
                Campaign.State.CLOSED,
                world.campaigns().of(9001).campaign(1).orElseThrow().state());
    }

    @Test
    void settingsAreSet() {
        World world = posted("settings: {clock: PT1H}");
        World more = SeedCodec.merge(world, "settings: {rate_limit: 7}", null, NOW);
        assertEquals(Settings.RateLimit.of(7), more.settings().rateLimit());
        assertEquals(NOW.plusSeconds(3600), more.settings().clock().at(NOW));
        assertEquals(
                Settings.DEFAULT,
                SeedCodec.merge(more, "settings: null", null, NOW).settings());
    }

    @Test
    void withAUserGoesWhatIsTheirs() {
        World world = patched("users: [{login: olivia, $delete: true}]");
        assertTrue(world.accounts().user("olivia").isEmpty());
        assertFalse(world.memberships().roster(9001).membership(101).isPresent());
        assertTrue(world.repository("olivia", "notes").isEmpty());
        assertTrue(world.tokens().find("ghp_ownerowner").isEmpty());
        assertTrue(world.apps().slugged("olivias-helper").isEmpty());
        assertTrue(world.apps().installations().installation(556).isEmpty());
        assertTrue(world.apps().code("demo-code").isEmpty());
        assertNull(world.signedIn());
        assertNull(world.hooks()
                .hook(HookOwner.organization(9001), 1, null)
                .orElseThrow()
                .createdBy());
        assertEquals(
                List.of(),
                List.copyOf(world.campaigns().of(9001).campaign(1).orElseThrow().managers()));
        assertNull(
                world.memberships().roster(9001).membership(104).orElseThrow().invitedBy());
        assertEquals(demo.counters(), world.counters(), "no id is used twice");
    }

    @Test
    void withAnOrganizationGoesWhatIsInIt() {
        World world = patched("organizations: [{login: acme, $delete: true}]");
        assertTrue(world.repository("acme", "widgets").isEmpty());
        assertTrue(world.apps().slugged("twin-app").isEmpty());
        assertTrue(world.tokens().find("ghs_installation").isEmpty());
        assertTrue(world.tokens().find("github_pat_campaigns").isEmpty());
        assertTrue(world.teams().byId().isEmpty());
        assertTrue(world.accounts().user("mike").isPresent());
    }

    @Test
    void withARepositoryOrATeamGoesWhatNamesIt() {
        World world = patched("""
        repositories: [{owner: acme, name: widgets, $delete: true}, {owner: olivia, name: notes, $delete: true}]
        organizations: [{login: acme, teams: [{slug: engineering, $delete: true}, {slug: security, description: All}]}]
        """);
        assertEquals(
                Set.of(), world.teams().team(2).orElseThrow().repositories().keySet());
        assertNull(world.teams().team(2).orElseThrow().parentId());
        assertEquals(
                Set.of(),
                world.campaigns().of(9001).campaign(1).orElseThrow().alerts().keySet());
        assertFalse(world.apps()
                .installations()
                .installation(556)
                .orElseThrow()
                .selection()
                .all());
        assertEquals(
                "[]",
                SeedCodec.state(world).tokens().get(7).repositories().toString(),
                "it reaches nothing, not everything");
    }

    @Test
    void aTeamListsWhoIsInThoseBelowItAsLongAsTheyAreThere() {
        String below = "organizations: [{login: acme, teams: [{slug: security, members: [olivia]}]}]";
        World joined = patched(below);
        assertTrue(isListed(joined), "by the team below");
        String above = "organizations: [{login: acme, teams: [{slug: engineering, description: All}]}]";
        assertTrue(isListed(SeedCodec.merge(joined, above, null, NOW)));
        String gone = "organizations: [{login: acme, teams: [{slug: security, $delete: true}]}]";
        assertFalse(isListed(SeedCodec.merge(joined, gone, null, NOW)));
    }

    private static boolean isListed(World world) {
        return world.teams().roster(1).everybody().elements().stream().anyMatch(name -> name.id() == 101);
    }

    @Test
    void whoLeavesLeavesTheTeams() {
        World world = patched("organizations: [{login: acme, members: [{login: mike, $delete: true}]}]");
        assertFalse(world.memberships().roster(9001).isMember(102));
        assertEquals(Set.of(103L), world.teams().team(1).orElseThrow().members());
    }

    @Test
    void anAppGoesWithInstallationsThatHaveNoIdYet() {
        for (String id : List.of("", ", id: abc", ", id: 99999999999999999999")) {
            World world =
                    patched("apps: [{slug: twin-app, $delete: true, installations: [{account: globex" + id + "}]}]");
            assertTrue(world.apps().slugged("twin-app").isEmpty(), id);
        }
    }

    @Test
    void whatIsThereAlreadyCannotBeAdded() {
        refused(
                "line 2, users[1].login: the login \"mike\" is taken",
                () -> posted("users:\n  [{login: zoe}, {login: mike}]"));
        refused(
                "line 1, tokens[0].token: this token is here twice",
                () -> posted("tokens: [{token: ghp_ownerowner, user: mike}]"));
        refused(
                "line 1, organizations[0].login: the login \"acme\" is taken",
                () -> posted("organizations: [{login: acme, members: [{login: mike}]}]"));
    }

    @Test
    void anInvitedAddressAndAUserCannotShareAnId() {
        World invited = patched("organizations: [{login: acme, invitations: [{email: zoe@example.com, id: 777}]}]");
        for (String sent : List.of(
                "users: [{login: zoe, id: 777}]",
                "organizations: [{login: globex, invitations: [{email: ian@example.com, id: 777}]}]")) {
            SeedException refusal =
                    assertThrows(SeedException.class, () -> SeedCodec.merge(invited, sent, null, NOW), sent);
            assertTrue(refusal.getMessage().contains("the id 777 is taken"), refusal.getMessage());
        }
    }

    @Test
    void placesAreThoseOfTheSender() {
        refused(
                "line 3, organizations[0].members[1].login: there is no user \"bob\"",
                () -> patched("organizations:\n  - {login: globex, members: [{login: mike},\n    {login: bob}]}"));
        refused("line 1, users[0].name: this is a number", () -> patched("users: [{login: mike, name: 7}]"));
        refused("line 1, users[0].name: this is a number", () -> patched("users: [{login: zoe, name: 7}]"));
        refused("line 1, users[0].colour: this key is unknown", () -> patched("users: [{login: mike, colour: red}]"));
        refused(
                "line 1, organizations[0].invitations_sent[0].by: there is no user \"bob\"",
                () -> patched(
                        "organizations: [{login: acme, invitations_sent: [{by: bob, at: '2026-01-01T00:00:00Z'}]}]"));
        refused("line 1, users: this is a number; expected a list", () -> patched("users: 7"));
        refused("line 1, users[0]: this is a number; expected an object", () -> patched("users: [7]"));
    }

    @Test
    void deletingIsRefusedWhereItMakesNoSense() {
        refused(
                "line 1, users[0]: there is nothing like this to delete",
                () -> patched("users: [{login: bob, $delete: true}]"));
        refused(
                "line 1, users[1]: this is in the list twice",
                () -> patched("users: [{login: mike}, {login: MIKE, $delete: true}]"));
        refused("line 1, users[0].$delete: this key is unknown", () -> posted("users: [{login: mike, $delete: true}]"));
        refused("line 1, $delete: this key is unknown", () -> patched("$delete: true"));
        refused(
                "organizations[0].campaigns[0].code_scanning_alerts[0].alert_numbers[0]: there is no alert 1 in widgets",
                () -> patched(
                        "repositories: [{owner: acme, name: widgets, code_scanning_alerts: [{number: 1, $delete: true}]}]"));
    }

    private static void refused(String message, Executable change) {
        SeedException e = assertThrows(SeedException.class, change);
        assertTrue(e.getMessage().startsWith(message), e.getMessage());
    }
}
