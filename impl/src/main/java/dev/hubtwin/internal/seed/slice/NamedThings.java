package dev.hubtwin.internal.seed.slice;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.account.Account;
import dev.hubtwin.internal.world.account.Organization;
import dev.hubtwin.internal.world.account.SshKeys;
import dev.hubtwin.internal.world.app.App;
import dev.hubtwin.internal.world.app.Installation;
import dev.hubtwin.internal.world.index.Reference.Kind;
import dev.hubtwin.internal.world.team.Team;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the things of a world that a document names: what it changes, what stands in the way of what it adds, and what
 * has to be judged again after it. The document may be wrong in any way.
 */
public final class NamedThings {

    private static final List<String> LISTS = List.of(
            "users", "organizations", "repositories", "oauth_apps", "apps", "manifest_codes", "tokens", "counters");
    private static final Map<String, SliceKind> TAKEN_WHOLE = Map.of(
            "invitations", SliceKind.INVITATIONS,
            "invitations_sent", SliceKind.INVITATIONS_SENT,
            "outside_collaborators", SliceKind.OUTSIDE_COLLABORATORS,
            "billing_managers", SliceKind.BILLING_MANAGERS,
            "blocked_by", SliceKind.BLOCKING_USERS,
            "security_managers", SliceKind.SECURITY_MANAGERS);

    private final World world;
    private final Things things;
    private final WorldSlice slice;

    private NamedThings(World world, WorldSlice slice) {
        this.world = world;
        this.things = new Things(world, slice);
        this.slice = slice;
    }

    /**
     * Returns a slice with what a document names in a world; the whole world if the document gives a thing another id.
     */
    public static WorldSlice in(World world, JsonNode document) {
        WorldSlice slice = new WorldSlice();
        NamedThings named = new NamedThings(world, slice);
        LISTS.forEach(list -> named.takeAllIf(document.path(list).isNull()));
        document.path("users").forEach(named::user);
        document.path("organizations").forEach(named::organization);
        document.path("repositories").forEach(named::repository);
        document.path("oauth_apps").forEach(app -> named.client(text(app, "client_id")));
        document.path("apps").forEach(named::app);
        document.path("manifest_codes")
                .forEach(code -> world.apps()
                        .code(text(code, "code"))
                        .ifPresent(there -> slice.take(SliceKind.CODES, there.code())));
        document.path("tokens").forEach(named::token);
        named.counters(document.path("counters"));
        return slice;
    }

    private void user(JsonNode sent) {
        account(sent);
        SshKeys keys = world.accounts().keys();
        sent.path("keys")
                .forEach(key -> Stream.of(id(key), keys.byText().getOrDefault(text(key, "key"), 0L))
                        .flatMap(id -> Stream.ofNullable(keys.byId().get(id)))
                        .forEach(known -> slice.take(SliceKind.ACCOUNTS, known.userId())));
    }

    private void account(JsonNode sent) {
        Optional<Account> known = world.accounts().account(text(sent, "login"));
        known.ifPresent(account -> {
            slice.take(SliceKind.ACCOUNTS, account.id());
            renumbered(sent, account.id());
        });
        numberedAccount(sent);
    }

    /** Takes what has the id that is given: an account, or the invitation of an address. */
    private void numberedAccount(JsonNode sent) {
        long id = id(sent);
        world.accounts().account(id).ifPresent(account -> slice.take(SliceKind.ACCOUNTS, id));
        Optional.ofNullable(world.memberships().addressed().get(id))
                .ifPresent(organization -> slice.take(SliceKind.INVITATIONS, organization));
    }

    private void organization(JsonNode sent) {
        account(sent);
        sent.path("teams").forEach(team -> world.teams().team(id(team)).ifPresent(things::take));
        sent.path("invitations").forEach(this::numberedAccount);
        hooks(sent);
        world.accounts().organization(text(sent, "login")).ifPresent(known -> content(sent, known));
    }

    /** Webhooks whose ids are given. */
    private void hooks(JsonNode sent) {
        sent.path("hooks")
                .forEach(hook ->
                        Optional.ofNullable(world.hooks().byId().get(id(hook))).ifPresent(things::take));
    }

    private void content(JsonNode sent, Organization known) {
        long id = known.id();
        takeAllIf(sent.path("members").isNull() || sent.path("teams").isNull());
        sent.path("members")
                .forEach(member ->
                        world.accounts().user(text(member, "login")).ifPresent(user -> member(id, user.id())));
        sent.path("teams").forEach(team -> team(team, id));
        if (sent.path("hooks").isNull()) {
            things.hooks(id);
        }
        sent.path("campaigns")
                .forEach(campaign -> slice.take(
                        SliceKind.CAMPAIGNS, id, campaign.path("number").intValue()));
        if (sent.path("campaigns").isNull()) {
            things.campaigns(id);
        }
        TAKEN_WHOLE.forEach((list, kind) -> {
            if (sent.has(list)) {
                slice.take(kind, id);
            }
        });
        if (sent.path("enterprise").isNull()) {
            things.internalRepositories(id);
        }
    }

    private void member(long organization, long user) {
        slice.take(SliceKind.MEMBERS, organization, user);
        if (world.memberships().roster(organization).isInvitedSeparately(user)) {
            slice.take(SliceKind.INVITATIONS, organization);
        }
    }

    private void team(JsonNode sent, long organization) {
        world.teams().team(organization, text(sent, "slug")).ifPresent(known -> {
            things.take(known);
            renumbered(sent, known.id());
        });
        Set<Long> passed = new HashSet<>();
        Optional<Team> above = world.teams().team(organization, text(sent, "parent"));
        while (above.isPresent() && passed.add(above.get().id())) {
            things.take(above.get());
            above = Optional.ofNullable(above.get().parentId()).flatMap(world.teams()::team);
        }
    }

    private void repository(JsonNode sent) {
        hooks(sent);
        String owner = text(sent, "owner");
        world.repository(owner, text(sent, "name")).ifPresent(known -> {
            slice.take(SliceKind.REPOSITORIES, known.id());
            renumbered(sent, known.id());
            if (sent.has("parent") || sent.has("fork")) {
                things.forks(known.id());
            }
            if (sent.has("code_scanning_alerts")) {
                things.campaigns(Kind.REPOSITORY, known.id());
            }
        });
        world.repositories().repository(id(sent)).ifPresent(there -> slice.take(SliceKind.REPOSITORIES, there.id()));
        sent.path("former_names").forEach(name -> former(owner + "/" + name.asText()));
        sent.path("former_full_names").forEach(name -> former(name.asText()));
        things.source(text(sent, "parent"));
    }

    private void former(String fullName) {
        String[] parts = fullName.split("/", 2);
        world.repositories()
                .former(parts[0], parts[parts.length - 1])
                .ifPresent(there -> slice.take(SliceKind.REPOSITORIES, there.id()));
    }

    private void client(String clientId) {
        world.apps().oauthApp(clientId).ifPresent(app -> slice.take(SliceKind.OAUTH_APPS, app.clientId()));
        world.apps().client(clientId).ifPresent(app -> slice.take(SliceKind.APPS, app.id()));
    }

    private void app(JsonNode sent) {
        Optional<App> known = world.apps().slugged(text(sent, "slug"));
        known.ifPresent(app -> {
            slice.take(SliceKind.APPS, app.id());
            renumbered(sent, app.id());
            takeAllIf(sent.path("installations").isNull());
            if (sent.has("permissions") || sent.has("events") || sent.has("owner")) {
                things.installations(app.id());
            }
        });
        world.apps().app(id(sent)).ifPresent(there -> slice.take(SliceKind.APPS, there.id()));
        List.of(text(sent, "slug"), text(sent, "name"))
                .forEach(name -> world.apps().named(name).ifPresent(there -> slice.take(SliceKind.APPS, there.id())));
        client(text(sent, "client_id"));
        sent.path("installations").forEach(installation -> installation(installation, known));
    }

    private void installation(JsonNode sent, Optional<App> app) {
        Optional<Installation> numbered = world.apps().installations().installation(id(sent));
        numbered.ifPresent(things::take);
        if (sent.has("account")) {
            numbered.ifPresent(known -> things.tokens(Kind.INSTALLATION, known.id()));
            app.flatMap(one -> world.accounts()
                            .account(text(sent, "account"))
                            .flatMap(account -> world.apps().installations().on(one.id(), account.id())))
                    .ifPresent(things::take);
        }
    }

    private void token(JsonNode sent) {
        world.tokens().find(text(sent, "token")).ifPresent(things::take);
        world.tokens().refreshedBy(text(sent, "refresh_token")).ifPresent(things::take);
        if (sent.has("id")) {
            things.tokenNumbered(id(sent));
        }
    }

    private void counters(JsonNode sent) {
        sent.path("campaigns")
                .fieldNames()
                .forEachRemaining(login -> world.accounts()
                        .account(login)
                        .ifPresent(account -> slice.take(SliceKind.ACCOUNTS, account.id())));
        sent.path("issues")
                .fieldNames()
                .forEachRemaining(name -> things.repository(name)
                        .ifPresent(repository -> slice.take(SliceKind.REPOSITORIES, repository.id())));
    }

    private void renumbered(JsonNode sent, long id) {
        takeAllIf(sent.has("id") && id(sent) != id);
    }

    private void takeAllIf(boolean all) {
        if (all) {
            slice.takeAll();
        }
    }

    /** Returns the text by which a thing may be found; empty if there is none. */
    private static String text(JsonNode thing, String member) {
        JsonNode value = thing.path(member);
        return value.isNull() ? "" : value.asText();
    }

    /** Returns the id that is given; 0, which nothing has, if there is none. */
    private static long id(JsonNode thing) {
        JsonNode id = thing.path("id");
        return id.isIntegralNumber() && id.canConvertToLong() ? id.longValue() : 0;
    }
}
