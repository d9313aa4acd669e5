package dev.hubtwin.internal.seed;

import static dev.hubtwin.internal.seed.SeedSamples.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.internal.seed.mapping.Values;
import dev.hubtwin.internal.world.Counters.Kind;
import dev.hubtwin.internal.world.Settings;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.account.Organization;
import dev.hubtwin.internal.world.app.App;
import dev.hubtwin.internal.world.app.Installation;
import dev.hubtwin.internal.world.app.RepositoryChoice;
import dev.hubtwin.internal.world.campaign.OrganizationCampaigns;
import dev.hubtwin.internal.world.hook.Hook;
import dev.hubtwin.internal.world.hook.HookOwner;
import dev.hubtwin.internal.world.membership.Membership;
import dev.hubtwin.internal.world.membership.Roster;
import dev.hubtwin.internal.world.repository.Alert;
import dev.hubtwin.internal.world.repository.Repository;
import dev.hubtwin.internal.world.repository.RepositoryPermission;
import dev.hubtwin.internal.world.token.Grant;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The example of the format's description, with the users and the repository that it only mentions, and a key. */
class SeedExampleTest {

    private final World world = SeedCodec.read(SeedSamples.text("example.yaml"), null, NOW);

    @Test
    void survivesEveryRoundTripByteForByte() {
        String yaml = SeedCodec.yaml(world);
        String json = SeedCodec.json(world);
        World fromYaml = SeedCodec.read(yaml, null, NOW.plusSeconds(99));
        World fromJson = SeedCodec.read(json, "application/json", NOW.plusSeconds(99));
        assertEquals(world, fromYaml);
        assertEquals(world, fromJson);
        assertEquals(yaml, SeedCodec.yaml(fromJson));
        assertEquals(json, SeedCodec.json(fromYaml));
    }

    @Test
    void hasItsOrganization() {
        Organization acme = world.accounts().organization("ACME").orElseThrow();
        assertEquals(25, acme.plan().seats());
        assertEquals(Set.of("default_repository_permission"), acme.enterprise().enforced());
        assertTrue(acme.policy().repositoryCreation().internalOnes(), "an enterprise allows them");
        Roster roster = world.memberships().roster(9001);
        assertEquals(
                List.of("olivia"),
                roster.owners().slice(0, 9).stream()
                        .map(name -> login(name.id()))
                        .toList());
        assertEquals(
                List.of("mike", "olivia"),
                roster.active().slice(0, 9).stream()
                        .map(name -> login(name.id()))
                        .toList());
        assertEquals(
                List.of("olivia"),
                roster.visible().slice(0, 9).stream()
                        .map(name -> login(name.id()))
                        .toList());
        Membership pending =
                roster.membership(roster.invitations().pending().get(0).id()).orElseThrow();
        assertEquals("ivan", login(pending.userId()));
        assertEquals("olivia", login(pending.invitedBy()));
        assertTrue(world.teams()
                .isSecurityManager(
                        9001, world.accounts().user("mike").orElseThrow().id()));
    }

    @Test
    void hasItsRepositories() {
        Repository widgets = world.repository("acme", "Widgets").orElseThrow();
        assertEquals(1296269, widgets.id());
        assertEquals(widgets, world.repositories().former("acme", "gadgets").orElseThrow());
        assertEquals(new Alert(1, Alert.State.OPEN, true), widgets.alerts().get(1));
        assertEquals(
                RepositoryPermission.PUSH,
                widgets.collaborators()
                        .get(world.accounts().user("carol").orElseThrow().id()));
        assertEquals(
                List.of("carol", "dora"),
                world.repositories().outsiders(9001).outside().slice(0, 9).stream()
                        .map(name -> login(name.id()))
                        .toList());
        assertEquals(
                List.of("carol"),
                world.repositories().outsiders(9001).seated().slice(0, 9).stream()
                        .map(name -> login(name.id()))
                        .toList());
    }

    @Test
    void hasItsHookAndCampaign() {
        Hook hook = world.hooks().hook(HookOwner.organization(9001), 1, null).orElseThrow();
        assertEquals("s3cret", hook.config().secret());
        assertEquals("0", hook.config().insecureSsl());
        assertEquals(
                1,
                world.campaigns()
                        .of(9001)
                        .published(OrganizationCampaigns.Sort.ENDS_AT, null)
                        .size());
        assertEquals(
                Set.of(1),
                world.campaigns().of(9001).campaign(1).orElseThrow().alerts().get(1296269L));
    }

    @Test
    void hasItsApps() {
        App app = world.apps().slugged("twin-app").orElseThrow();
        assertEquals(app, world.apps().client("Iv1.twinapp").orElseThrow());
        assertEquals(2048, app.keys().get(0).verifying().getModulus().bitLength());
        Installation all = world.apps().installations().installation(555).orElseThrow();
        assertEquals(RepositoryChoice.ALL, all.selection());
        assertEquals(app.permissions(), all.permissions());
        Installation selected = world.apps().installations().installation(556).orElseThrow();
        assertEquals(
                Set.of(world.repository("olivia", "notes").orElseThrow().id()),
                selected.selection().repositories());
        assertEquals(
                "{\"name\":\"New App\",\"url\":\"https://example.com\",\"hook_attributes\":{\"url\":\"https://example.com/hook\"},"
                        + "\"default_permissions\":{\"metadata\":\"read\",\"contents\":\"read\"},\"default_events\":[\"push\"],\"public\":false}",
                world.apps().code("one-time-code").orElseThrow().manifest());
    }

    @Test
    void hasItsTokens() {
        Grant fine = world.tokens().find("github_pat_mike").orElseThrow().grant();
        long mike = world.accounts().user("mike").orElseThrow().id();
        assertEquals(
                fine,
                new Grant.FineGrained(
                        mike,
                        9001,
                        Values.levels(Map.of()).plus("organization_campaigns", "read"),
                        RepositoryChoice.ALL));
        assertEquals(
                Instant.parse("2026-01-01T01:00:00Z"),
                Objects.requireNonNull(
                                world.tokens().find("ghs_issued").orElseThrow().expiresAt())
                        .toInstant());
        assertTrue(world.tokens().find("ghp_ownerowner ").isEmpty());
    }

    @Test
    void hasItsSettingsAndNextIds() {
        assertEquals(Settings.RateLimit.OFF, world.settings().rateLimit());
        assertEquals("olivia", login(world.signedIn()));
        assertEquals(9002, world.counters().next(Kind.ACCOUNTS));
        assertEquals(1296270, world.counters().next(Kind.REPOSITORIES));
        assertEquals(6, world.counters().next(Kind.TOKENS));
    }

    private String login(long id) {
        return world.accounts().account(id).orElseThrow().login();
    }
}
