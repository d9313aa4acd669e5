package dev.hubtwin.internal.seed.slice;

import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.app.Installation;
import dev.hubtwin.internal.world.campaign.CampaignKey;
import dev.hubtwin.internal.world.hook.Hook;
import dev.hubtwin.internal.world.hook.HookOwner;
import dev.hubtwin.internal.world.index.Reference.Kind;
import dev.hubtwin.internal.world.membership.Memberships;
import dev.hubtwin.internal.world.repository.Repository;
import dev.hubtwin.internal.world.team.Team;
import dev.hubtwin.internal.world.token.Grant;
import dev.hubtwin.internal.world.token.Token;
import dev.hubtwin.internal.world.token.Tokens;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes things of a world into a slice, each with what it stands in. */
final class Things {

    private final World world;
    private final WorldSlice slice;

    Things(World world, WorldSlice slice) {
        this.world = world;
        this.slice = slice;
    }

    void take(Team team) {
        slice.take(SliceKind.TEAMS, team.organizationId(), team.id());
    }

    /** Takes a webhook; one of a repository with all of that. */
    void take(Hook hook) {
        if (hook.owner().isRepository()) {
            slice.take(SliceKind.REPOSITORIES, hook.owner().id());
        } else {
            slice.take(SliceKind.HOOKS, hook.owner().id(), hook.id());
        }
    }

    void take(Installation installation) {
        slice.take(SliceKind.INSTALLATIONS, installation.appId(), installation.id());
    }

    /** Takes a token, and the installation that it is of: names of repositories hold on its account. */
    void take(Token token) {
        slice.take(SliceKind.TOKENS, Tokens.hash(token.text()));
        if (token.grant() instanceof Grant.OfInstallation of) {
            world.apps().installations().installation(of.installationId()).ifPresent(this::take);
        }
    }

    void team(Long id) {
        take(world.teams().byId().get(id));
    }

    /** Takes the memberships and the invitations that refer to a thing. */
    void invitees(Kind kind, Long id) {
        for (Memberships.Invitee invitee : world.memberships().references().to(kind, id)) {
            invitee(invitee);
        }
    }

    /** Takes the membership of a user in an organization, or all of its invitations if it is one of them. */
    private void invitee(Memberships.Invitee invitee) {
        if (world.memberships().roster(invitee.organizationId()).isInvitedSeparately(invitee.id())) {
            slice.take(SliceKind.INVITATIONS, invitee.organizationId());
        } else {
            slice.take(SliceKind.MEMBERS, invitee.organizationId(), invitee.id());
        }
    }

    void hook(Long id) {
        take(world.hooks().byId().get(id));
    }

    void installation(Long id) {
        take(world.apps().installations().byId().get(id));
    }

    void hooks(long organization) {
        world.hooks().of(HookOwner.organization(organization)).elements().forEach(this::hook);
    }

    void campaigns(long organization) {
        for (Integer number : world.campaigns().of(organization).byNumber().keySet()) {
            slice.take(SliceKind.CAMPAIGNS, organization, number);
        }
    }

    /** Takes the campaigns that refer to a thing. */
    void campaigns(Kind kind, Long id) {
        for (CampaignKey campaign : world.campaigns().references().to(kind, id)) {
            slice.take(SliceKind.CAMPAIGNS, campaign.organizationId(), campaign.number());
        }
    }

    void installations(long app) {
        world.apps().installations().of(app).elements().forEach(this::installation);
    }

    /** Takes the tokens that refer to a thing. */
    void tokens(Kind kind, Object key) {
        world.tokens().references().to(kind, key).forEach(this::token);
    }

    void tokenNumbered(long id) {
        Optional.ofNullable(world.tokens().byId().get(id)).ifPresent(this::token);
    }

    private void token(String hash) {
        take(world.tokens().byHash().get(hash));
    }

    void internalRepositories(long owner) {
        world.repositories().of(owner).ids().elements().stream()
                .filter(id -> world.repositories().byId().get(id).visibility() == Repository.Visibility.INTERNAL)
                .forEach(id -> slice.take(SliceKind.REPOSITORIES, id));
    }

    /** Takes the forks of a repository, theirs and so on: what they began from may be another one now. */
    void forks(long repository) {
        Set<Long> passed = new HashSet<>();
        Deque<Long> next = new ArrayDeque<>(List.of(repository));
        while (!next.isEmpty()) {
            for (Long made : world.repositories().references().to(Kind.REPOSITORY, next.remove())) {
                if (passed.add(made)) {
                    slice.take(SliceKind.REPOSITORIES, made);
                    next.add(made);
                }
            }
        }
    }

    /** Takes a repository, the one that it was forked from, and so on. */
    void source(String fullName) {
        Set<Long> passed = new HashSet<>();
        Optional<Repository> next = repository(fullName);
        while (next.isPresent() && passed.add(next.get().id())) {
            slice.take(SliceKind.REPOSITORIES, next.get().id());
            next = Optional.ofNullable(next.get().about().origin().parentId())
                    .flatMap(world.repositories()::repository);
        }
    }

    Optional<Repository> repository(String fullName) {
        String[] parts = fullName.split("/", 2);
        return world.repository(parts[0], parts[parts.length - 1]);
    }
}
