package dev.hubtwin.internal.exchange;

import dev.hubtwin.internal.auth.Caller;
import dev.hubtwin.internal.auth.TeamVisibility;
import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.rest.PercentDecoding;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.account.Account;
import dev.hubtwin.internal.world.account.Organization;
import dev.hubtwin.internal.world.account.User;
import dev.hubtwin.internal.world.app.App;
import dev.hubtwin.internal.world.app.Installation;
import dev.hubtwin.internal.world.app.ManifestCode;
import dev.hubtwin.internal.world.app.OAuthApp;
import dev.hubtwin.internal.world.campaign.Campaign;
import dev.hubtwin.internal.world.hook.Hook;
import dev.hubtwin.internal.world.hook.HookOwner;
import dev.hubtwin.internal.world.membership.Invitation;
import dev.hubtwin.internal.world.repository.Repository;
import dev.hubtwin.internal.world.team.Team;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the path of a request names, looked up once in one state of the world. Immutable: another state of the world
 * takes another one, see {@link #in}.
 */
public final class PathEntities {

    private final World world;
    private final Caller caller;
    private final Map<String, String> values;
    private final Optional<Organization> organization;
    private final Optional<Account> account;
    private final Optional<HookOwner> hookOwner;
    private final Optional<Hook> hook;
    private final Optional<Campaign> campaign;
    private final Optional<Invitation> invitation;
    private final Optional<Team> team;
    private final Optional<Installation> installation;
    private final Optional<App> app;
    private final Optional<ManifestCode> manifestCode;
    private final Optional<Repository> currentRepository;
    private final Optional<Repository> formerRepository;

    private PathEntities(World world, Caller caller, Map<String, String> values) {
        this.world = world;
        this.caller = caller;
        this.values = values;
        this.organization = find("org", world.accounts()::organization)
                .or(() -> findNumbered("organization_id", world.accounts()::organization));
        this.account = this.<Account>find("username", world.accounts()::account)
                .or(() -> findNumbered("user_id", world.accounts()::account));
        this.campaign = organization.flatMap(of -> findNumbered("campaign_number", number -> campaign(of, number)));
        this.invitation = organization.flatMap(of -> findNumbered(
                "invitation_id", world.memberships().roster(of.id()).invitations()::invitation));
        this.team = organization.flatMap(of -> team(of));
        this.installation = findNumbered("installation_id", world.apps().installations()::installation);
        this.app = find("app_slug", world.apps()::slugged).or(() -> find("client_id", world.apps()::client));
        this.manifestCode = find("code", world.apps()::code);
        String owner = values.get("owner");
        this.currentRepository = this.<Repository>find("repo", name -> world.repository(owner, name))
                .or(() -> findNumbered("repository_id", world.repositories()::repository));
        this.formerRepository = currentRepository.isPresent()
                ? Optional.empty()
                : find("repo", name -> world.repositories().former(owner, name));
        this.hookOwner = organization
                .map(of -> HookOwner.organization(of.id()))
                .or(() -> repository().map(of -> HookOwner.repository(of.id())));
        this.hook = hookOwner.flatMap(of ->
                findNumbered("hook_id", id -> world.hooks().hook(of, id, caller.oauthApp())));
    }

    /**
     * Looks up what a path names.
     *
     * @param caller who asks: the webhooks that an OAuth app made are known to that app alone
     * @param raw the values of the path's parameters by their names, as they came
     */
    static PathEntities ofRaw(World world, Caller caller, Map<String, String> raw) {
        Map<String, String> decoded = new LinkedHashMap<>();
        raw.forEach((name, value) -> decoded.put(name, PercentDecoding.segment(value)));
        return new PathEntities(world, caller, decoded);
    }

    /**
     * Looks up what the path of a request by nobody in particular names.
     *
     * @param values the decoded values of the path's parameters, by their names
     */
    public static PathEntities of(World world, Map<String, String> values) {
        return new PathEntities(world, Caller.ANONYMOUS, Map.copyOf(values));
    }

    /** Returns what the same path names in a state of the world: this, if it was looked up in that very state. */
    PathEntities in(World state) {
        return state == world ? this : new PathEntities(state, caller, values);
    }

    private <T> Optional<T> find(String parameter, Function<String, Optional<? extends T>> lookup) {
        String value = values.get(parameter);
        return value == null ? Optional.empty() : lookup.apply(value).map(Function.identity());
    }

    private <T> Optional<T> findNumbered(String parameter, Function<Long, Optional<? extends T>> lookup) {
        return find(parameter, value -> lookup.apply(Long.valueOf(value)));
    }

    /** Drafts are not there (R1). */
    private Optional<Campaign> campaign(Organization of, long number) {
        return Campaign.isNumber(number)
                ? world.campaigns().of(of.id()).campaign((int) number).filter(Campaign::isPublished)
                : Optional.empty();
    }

    /** By slug or by id; who does not see it does not find it. */
    private Optional<Team> team(Organization of) {
        return this.<Team>find("team_slug", slug -> world.teams().team(of.id(), slug))
                .or(() -> findNumbered("team_id", world.teams()::team))
                .filter(found -> found.organizationId() == of.id()
                        && TeamVisibility.of(world, caller, of.id()).sees(found.id()));
    }

    /** The state of the world in which all of this was looked up. */
    public World world() {
        return world;
    }

    /** The decoded values of the path's parameters, by their names. */
    Map<String, String> values() {
        return values;
    }

    /** Whether the path names an organization, by login or by id; it need not exist. */
    boolean namesOrganization() {
        return values.containsKey("org") || values.containsKey("organization_id");
    }

    /** Whether the path names an account by login; it need not exist. */
    boolean namesAccount() {
        return values.containsKey("username");
    }

    /** Whether the path names a repository, by owner and name or by id; it need not exist. */
    boolean namesRepository() {
        return values.containsKey("repo") || values.containsKey("repository_id");
    }

    /** Whether the path names a webhook; it need not exist. */
    boolean namesHook() {
        return values.containsKey("hook_id");
    }

    /** Whether the path has a number that a campaign can have; it need not exist. */
    boolean namesCampaign() {
        return values.containsKey("campaign_number") && Campaign.isNumber(campaignNumber());
    }

    /** Whether the path names an invitation; it need not exist. */
    boolean namesInvitation() {
        return values.containsKey("invitation_id");
    }

    /** Whether the path names a team; it need not exist. */
    boolean namesTeam() {
        return values.containsKey("team_slug") || values.containsKey("team_id");
    }

    /** Whether the path names an installation; it need not exist. */
    boolean namesInstallation() {
        return values.containsKey("installation_id");
    }

    /** The client id that the path has, if it has one. */
    Optional<String> clientId() {
        return Optional.ofNullable(values.get("client_id"));
    }

    /** The organization, by login or by id, if the path names one that exists. */
    public Optional<Organization> knownOrganization() {
        return organization;
    }

    /**
     * The organization that the path names, by login or by id.
     *
     * @throws ApiException 404 if there is none
     */
    public Organization organization() {
        return organization.orElseThrow(ApiException::notFound);
    }

    /** The login of the organization as the path has it, in whatever case. */
    public String organizationName() {
        return values.get("org");
    }

    /** The user or organization that the path names as an account: by login or by id. */
    public Optional<Account> account() {
        return account;
    }

    /** The user that the path names, by login or by id. */
    public Optional<User> user() {
        return account.filter(User.class::isInstance).map(User.class::cast);
    }

    /** The login of the account as the path has it, in whatever case. */
    public String username() {
        return values.get("username");
    }

    /**
     * The organization or repository that the path names, as the owner of webhooks.
     *
     * @throws ApiException 404 if there is none
     */
    public HookOwner hookOwner() {
        return hookOwner.orElseThrow(ApiException::notFound);
    }

    /** The webhook of the organization or the repository, if the caller knows it. */
    public Optional<Hook> hook() {
        return hook;
    }

    /** The published campaign of the organization. */
    public Optional<Campaign> campaign() {
        return campaign;
    }

    /** The invitation of the organization, pending or failed. */
    public Optional<Invitation> invitation() {
        return invitation;
    }

    /** The team of the organization, if the caller sees it. */
    public Optional<Team> team() {
        return team;
    }

    /** The number of a campaign as the path has it; no campaign may be able to have it. */
    public long campaignNumber() {
        return Long.parseLong(values.get("campaign_number"));
    }

    /** The installation with the id that the path has. */
    public Optional<Installation> installation() {
        return installation;
    }

    /** The app that the path names, by slug or by client id. */
    public Optional<App> app() {
        return app;
    }

    /** The OAuth app whose client id the path has. */
    public Optional<OAuthApp> oauthApp() {
        return clientId().flatMap(world.apps()::oauthApp);
    }

    /** What the manifest flow gave the code of the path for. */
    public Optional<ManifestCode> manifestCode() {
        return manifestCode;
    }

    /** The repository that the path names: by owner and name, present or former, or by id. */
    public Optional<Repository> repository() {
        return currentRepository.or(() -> formerRepository);
    }

    /** Whether the repository has another name or owner by now (R156). */
    public boolean isRepositoryMoved() {
        return formerRepository.isPresent();
    }
}
