package dev.hubtwin.internal.world.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.internal.world.Counters;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.WorldSamples;
import dev.hubtwin.internal.world.app.Apps;
import dev.hubtwin.internal.world.app.Installations;
import dev.hubtwin.internal.world.campaign.Campaign;
import dev.hubtwin.internal.world.campaign.Campaign.State;
import dev.hubtwin.internal.world.campaign.Campaigns;
import dev.hubtwin.internal.world.campaign.OrganizationCampaigns;
import dev.hubtwin.internal.world.hook.HookOwner;
import dev.hubtwin.internal.world.hook.Hooks;
import dev.hubtwin.internal.world.membership.Membership;
import dev.hubtwin.internal.world.membership.Memberships;
import dev.hubtwin.internal.world.naming.NodeId;
import dev.hubtwin.internal.world.repository.Repository.Visibility;
import dev.hubtwin.internal.world.repository.RepositoryPermission;
import dev.hubtwin.internal.world.token.Grant;
import dev.hubtwin.internal.world.token.Tokens;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IndexMapsTest {

    @Test
    void loginsAreFoundInAnyCase() {
        World world = WorldSamples.world();
        assertEquals("Org1", world.accounts().organization("oRG1").orElseThrow().login());
        assertEquals(Optional.empty(), world.accounts().user("org1"));
        assertEquals(Optional.empty(), world.accounts().organization("user11"));
        assertEquals(List.of(1L, 2L), world.accounts().organizationIds().slice(0, 9));
    }

    @Test
    void nodeIdsAreDerivedUnlessGiven() {
        assertEquals("MDQ6VXNlcjE=", NodeId.of("User", 1));
        assertEquals("MDEyOk9yZ2FuaXphdGlvbjE=", WorldSamples.organization(1).nodeId());
        assertEquals("MDEwOlJlcG9zaXRvcnkxMjk2MjY5", NodeId.of("Repository", 1296269));
    }

    @Test
    void aRepositoryIsFoundByItsNamesInAnyCase() {
        World world = WorldSamples.world()
                .with(WorldSamples.repository(7, 1, Visibility.PRIVATE, Map.of(11L, RepositoryPermission.PUSH)));
        assertEquals(7, world.repository("ORG1", "rEPO7").orElseThrow().id());
        assertEquals(
                7, world.repositories().former("OLD", "REPO7").orElseThrow().id());
        assertEquals(Optional.empty(), world.repository("org2", "repo7"));
        assertEquals(1, world.repositories().outsiders(1).seated().size());
    }

    @Test
    void campaignsAreListedInEachOrderAndDraftsInNone() {
        World world = WorldSamples.world();
        Campaigns campaigns = world.campaigns()
                .with(WorldSamples.campaign(1, 1, State.OPEN, 9))
                .with(WorldSamples.campaign(1, 2, State.CLOSED, 5))
                .with(WorldSamples.campaign(1, 3, State.DRAFT, 1));
        assertEquals(List.of(1, 2), numbers(campaigns.of(1).published(OrganizationCampaigns.Sort.CREATED, null)));
        assertEquals(List.of(2, 1), numbers(campaigns.of(1).published(OrganizationCampaigns.Sort.ENDS_AT, null)));
        assertEquals(List.of(2), numbers(campaigns.of(1).published(OrganizationCampaigns.Sort.UPDATED, State.CLOSED)));
        assertTrue(campaigns.of(1).campaign(3).isPresent());
    }

    private static List<Integer> numbers(SortedIndex<Campaign> list) {
        return list.slice(0, 99).stream().map(Campaign::number).toList();
    }

    @Test
    void anInvitationCountsForADay() {
        Memberships memberships = Memberships.NONE;
        for (int hour : new int[] {30, 0, 29, 10, 30}) {
            memberships = memberships.withInvitation(11, 1, WorldSamples.T.plus(Duration.ofHours(hour)));
        }
        assertEquals(4, memberships.sentBy(11).after(WorldSamples.T));
        assertEquals(2, memberships.sentBy(11).after(WorldSamples.T.plus(Duration.ofHours(29))));
        assertEquals(0, memberships.sentBy(12).after(WorldSamples.T));
        assertEquals(4, memberships.sentBy(11).sent().size(), "what is older than a day is forgotten");
    }

    @Test
    void hooksAreTheirMakers() {
        HookOwner owner = HookOwner.organization(1);
        HookOwner repository = HookOwner.repository(1);
        Hooks hooks = Hooks.NONE
                .with(WorldSamples.hook(1, owner, null, List.of("push")))
                .with(WorldSamples.hook(2, owner, "app", List.of("push", "member")))
                .with(WorldSamples.hook(3, repository, "app", List.of("push")));
        assertEquals(List.of(1L), hooks.knownTo(null, owner).slice(0, 9));
        assertEquals(List.of(2L), hooks.knownTo("app", owner).slice(0, 9));
        assertEquals(List.of(1L, 2L), hooks.listening(owner, "push").slice(0, 9));
        assertEquals(Optional.empty(), hooks.hook(HookOwner.organization(2), 1, null));
        assertEquals(Optional.empty(), hooks.hook(repository, 1, null));
        assertEquals(List.of(3L), hooks.knownTo(null, repository).slice(0, 9), "whoever made them");
        assertEquals(List.of(3L), hooks.listening(repository, "push").slice(0, 9));
        assertEquals(Optional.empty(), hooks.hook(owner, 1, "app"));
    }

    @Test
    void countersNeverGoBack() {
        Counters counters = Counters.START.above(Counters.Kind.TEAMS, 7).above(Counters.Kind.TEAMS, 3);
        assertEquals(8, counters.next(Counters.Kind.TEAMS));
        assertEquals(1, counters.next(Counters.Kind.HOOKS));
        Counters.Series series = new Counters.Series(Counters.Numbered.CAMPAIGNS, 1);
        assertEquals(2, WorldSamples.world().draw(series).world().counters().next(series));
    }

    @Test
    void withAnInstallationGoItsTokens() {
        Tokens tokens = Tokens.NONE
                .with(WorldSamples.token("ghs_a", new Grant.OfInstallation(7, null, null)))
                .with(WorldSamples.token("ghs_b", new Grant.OfInstallation(8, null, null)));
        Apps apps = Apps.NONE.with(Installations.NONE.with(WorldSamples.installation(7, 1, 1, 0)));
        World world = World.EMPTY.with(apps).with(tokens).withoutInstallation(7);
        assertTrue(world.tokens().find("ghs_a").isEmpty());
        assertTrue(world.tokens().find("ghs_b").isPresent());
        assertTrue(world.apps().installations().on(1, 1).isEmpty());
    }

    @Test
    void whoLeavesLeavesTheTeams() {
        World world = WorldSamples.world().withMembership(1, Membership.active(11, Membership.Role.MEMBER, true));
        World left = world.with(WorldSamples.team(3, 1, List.of(11L), Map.of())).withoutMembership(1, 11);
        assertEquals(0, left.teams().team(3).orElseThrow().members().size());
        assertEquals(0, left.memberships().belonging(11).any().size());
    }
}
