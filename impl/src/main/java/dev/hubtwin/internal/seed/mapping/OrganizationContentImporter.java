package dev.hubtwin.internal.seed.mapping;

import dev.hubtwin.internal.control.model.State;
import dev.hubtwin.internal.control.model.StateOrganization;
import dev.hubtwin.internal.seed.document.DocumentException;
import dev.hubtwin.internal.seed.document.DocumentPath;
import dev.hubtwin.internal.seed.document.Lists;
import dev.hubtwin.internal.text.Excerpt;
import dev.hubtwin.internal.world.Counters.Kind;
import dev.hubtwin.internal.world.Counters.Numbered;
import dev.hubtwin.internal.world.Counters.Series;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.campaign.Campaign;
import dev.hubtwin.internal.world.hook.HookOwner;
import dev.hubtwin.internal.world.membership.Invitation;
import dev.hubtwin.internal.world.membership.Membership;
import dev.hubtwin.internal.world.membership.Roster;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Links what belongs to organizations into a world in which accounts, repositories and OAuth apps are known. */
final class OrganizationContentImporter {

    private final ReferenceResolver names;
    private final Map<Kind, IdAllocator> ids;
    private final Instant now;
    private final Supplier<World> world;
    private final Consumer<World> become;

    OrganizationContentImporter(
            ReferenceResolver names,
            Map<Kind, IdAllocator> ids,
            Instant now,
            Supplier<World> world,
            Consumer<World> become) {
        this.names = names;
        this.ids = ids;
        this.now = now;
        this.world = world;
        this.become = become;
    }

    void load(State state) {
        Lists.in(state.organizations(), DocumentPath.ROOT.at("organizations"), (organization, place) -> {
            long id = world.get()
                    .accounts()
                    .organization(organization.login())
                    .orElseThrow()
                    .id();
            people(organization, id, place);
            teams(organization, id, place);
            invitations(organization, id, place);
            Lists.in(organization.hooks(), place.at("hooks"), (hook, at) -> {
                long hookId = id(Kind.HOOKS, hook.id());
                become(world.get()
                        .with(world.get()
                                .hooks()
                                .with(HookMapper.read(hook, hookId, HookOwner.organization(id), names, at))));
            });
            campaigns(organization, id, numbers(state, organization, id), place.at("campaigns"));
        });
    }

    private void become(World changed) {
        become.accept(changed);
    }

    private long id(Kind kind, Long given) {
        return ids.get(kind).orNext(given);
    }

    private void people(StateOrganization organization, long id, DocumentPath place) {
        Lists.in(organization.members(), place.at("members"), (member, at) -> {
            Membership membership = MemberMapper.read(member, names, now, at);
            if (world.get()
                    .memberships()
                    .roster(id)
                    .membership(membership.userId())
                    .isPresent()) {
                throw new DocumentException(
                        at.at("login"), Excerpt.of(member.login()) + " is here twice; expected it once");
            }
            become(world.get().withMembership(id, membership));
        });
        Lists.in(organization.invitationsSent(), place.at("invitations_sent"), (sent, at) -> {
            long by = names.user(sent.by(), at.at("by")).id();
            become(world.get()
                    .with(world.get()
                            .memberships()
                            .withInvitation(by, id, sent.at().toInstant())));
        });
        names.users(organization.outsideCollaborators(), place.at("outside_collaborators"))
                .forEach(user -> become(world.get().withOutsider(id, user)));
        names.users(organization.billingManagers(), place.at("billing_managers"))
                .forEach(user ->
                        become(world.get().with(world.get().memberships().withBillingManager(id, user))));
        names.users(organization.blockedBy(), place.at("blocked_by"))
                .forEach(user ->
                        become(world.get().with(world.get().memberships().withBlockingUser(id, user))));
    }

    private void teams(StateOrganization organization, long id, DocumentPath place) {
        Lists.in(organization.teams(), place.at("teams"), (team, at) -> {
            DocumentException.throwIf(
                    world.get().teams().team(id, team.slug()).isPresent(),
                    at.at("slug"),
                    "the slug " + Excerpt.of(team.slug()) + " is taken in the organization; expected another");
            long teamId = id(Kind.TEAMS, team.id());
            become(world.get().with(TeamMapper.read(team, teamId, id, world.get(), names, at)));
        });
        Lists.in(
                organization.teams(),
                place.at("teams"),
                (team, at) -> become(TeamMapper.placed(team, id, world.get(), names, at)));
        Lists.in(
                organization.securityManagers(),
                place.at("security_managers"),
                (slug, at) -> become(world.get()
                        .with(world.get()
                                .teams()
                                .withSecurityManager(names.team(id, slug, at).id()))));
    }

    private void invitations(StateOrganization organization, long id, DocumentPath place) {
        Lists.in(organization.members(), place.at("members"), (member, at) -> {
            if (member.invitedInto() != null) {
                Membership pending = world.get()
                        .memberships()
                        .roster(id)
                        .membership(names.user(member.login(), at.at("login")).id())
                        .orElseThrow();
                become(world.get()
                        .withMembership(
                                id,
                                pending.into(InvitationMapper.teams(
                                        member.invitedInto(), id, names, at.at("invited_into")))));
            }
        });
        Lists.in(organization.invitations(), place.at("invitations"), (invitation, at) -> {
            long given = InvitationMapper.isByAddress(invitation, at) ? id(Kind.ACCOUNTS, invitation.id()) : 0;
            Invitation read = InvitationMapper.read(invitation, given, id, names, now, at);
            Roster roster = world.get().memberships().roster(id);
            DocumentException.throwIf(
                    roster.membership(read.id()).isPresent()
                            || roster.invitations().invitation(read.id()).isPresent()
                            || read.email() != null
                                    && roster.invitations().sentTo(read.email()).isPresent(),
                    at,
                    "who is invited here is a member or invited already; expected one of these");
            become(world.get().with(world.get().memberships().with(id, read)));
        });
    }

    private IdAllocator numbers(State state, StateOrganization organization, long id) {
        Map<String, Integer> given =
                state.counters() == null ? null : state.counters().campaigns();
        Integer counter = given == null
                ? null
                : given.entrySet().stream()
                        .filter(next -> next.getKey().equalsIgnoreCase(organization.login()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(null);
        return new IdAllocator(
                "number",
                counter,
                number -> world.get().campaigns().of(id).byNumber().containsKey((int) number));
    }

    private void campaigns(StateOrganization organization, long id, IdAllocator numbers, DocumentPath place) {
        Lists.in(
                organization.campaigns(), place, (campaign, at) -> numbers.reserve(campaign.number(), at.at("number")));
        Lists.in(organization.campaigns(), place, (campaign, at) -> {
            int number = (int) numbers.orNext(campaign.number());
            Campaign read = CampaignMapper.read(campaign, number, id, names, at);
            World counted = world.get().with(world.get().counters().above(new Series(Numbered.CAMPAIGNS, id), number));
            for (Campaign.Issue issue : read.issues()) {
                counted = counted.with(
                        counted.counters().above(new Series(Numbered.ISSUES, issue.repositoryId()), issue.number()));
            }
            become(counted.with(counted.campaigns().with(read)));
        });
    }
}
