package dev.hubtwin.seed;

import dev.hubtwin.client.control.model.StateBasePermission;
import dev.hubtwin.client.control.model.StateRole;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * An organization, and what belongs to it. Settings without a method here are set by {@link #with} under the names that
 * the API has for them, such as {@code members_can_create_repositories}.
 */
public final class OrganizationSeed extends NumberedSeed<OrganizationSeed> {

    private static final String MEMBERS = "members";

    OrganizationSeed(String login) {
        with("login", login);
    }

    /** Sets the display name. */
    public OrganizationSeed name(String name) {
        return with("name", name);
    }

    /** Sets the description. */
    public OrganizationSeed description(String description) {
        return with("description", description);
    }

    /**
     * Sets the plan. Default: the free plan.
     *
     * @param name the name of the plan, such as {@code team} or {@code enterprise}
     * @param seats how many seats are paid for
     */
    public OrganizationSeed plan(String name, int seats) {
        return with("plan", Map.of("name", name, "seats", seats));
    }

    /**
     * Puts the organization into an enterprise. Default: it belongs to none.
     *
     * @param slug the slug of the enterprise
     * @param enforced the names of the settings that the enterprise decides, so that another value is refused (R53)
     */
    public OrganizationSeed enterprise(String slug, String... enforced) {
        return with("enterprise", Map.of("slug", slug, "enforced", List.of(enforced)));
    }

    /** Sets what members may do in every repository of the organization. Default: read (R47). */
    public OrganizationSeed defaultPermission(StateBasePermission permission) {
        return with("default_repository_permission", permission);
    }

    /** Requires two-factor authentication of everybody in the organization (R41). Default: it is not required. */
    public OrganizationSeed requiresTwoFactor() {
        return with("two_factor_requirement_enabled", true);
    }

    /** Adds an owner, by login. */
    public OrganizationSeed owner(String login) {
        return member(login, member -> member.role(StateRole.ADMIN));
    }

    /** Adds a plain member, by login. */
    public OrganizationSeed member(String login) {
        return member(login, member -> {});
    }

    /** Adds a member or an invitation, by login; {@code details} fills it in. */
    public OrganizationSeed member(String login, Consumer<MemberSeed> details) {
        return add(MEMBERS, new MemberSeed(login), details);
    }

    /** Adds an invitation of a user, sent when the world is made, without an inviter. */
    public OrganizationSeed invite(String login) {
        return member(login, MemberSeed::pending);
    }

    /**
     * Adds an invitation of a user.
     *
     * @param login the login of the invited user
     * @param by the login of the inviter
     * @param at when it was sent; it expires seven days later
     */
    public OrganizationSeed invite(String login, String by, Instant at) {
        return member(login, member -> member.pending().invitedBy(by).invitedAt(at));
    }

    /**
     * Adds an invitation of an address, to be a plain member.
     *
     * @param email the address
     * @param by the login of the inviter
     * @param at when it was sent; it expires seven days later
     */
    public OrganizationSeed inviteAddress(String email, String by, Instant at) {
        return add("invitations", Map.of("email", email, "invited_by", by, "invited_at", at));
    }

    /**
     * Adds an invitation that counts against the daily limit of its sender, whatever became of it (R81).
     *
     * @param by the login of the sender
     * @param at when it was sent
     */
    public OrganizationSeed invitationSent(String by, Instant at) {
        return add("invitations_sent", Map.of("by", by, "at", at));
    }

    /**
     * Adds users to the outside collaborators even if they reach no repository, by their logins (R96). Collaborators of
     * repositories who are not members are listed without that.
     */
    public OrganizationSeed outsideCollaborators(String... logins) {
        return add("outside_collaborators", (Object[]) logins);
    }

    /** Adds billing managers, by their logins. */
    public OrganizationSeed billingManagers(String... logins) {
        return add("billing_managers", (Object[]) logins);
    }

    /** Adds users who blocked the organization, by their logins: it cannot invite them (R77). */
    public OrganizationSeed blockedBy(String... logins) {
        return add("blocked_by", (Object[]) logins);
    }

    /** Adds a team, by its slug and the logins of its members. */
    public OrganizationSeed team(String slug, String... members) {
        return team(slug, team -> team.members(members));
    }

    /** Adds a team, by its slug; {@code details} fills it in. */
    public OrganizationSeed team(String slug, Consumer<TeamSeed> details) {
        return add("teams", new TeamSeed(slug), details);
    }

    /** Makes teams security managers of the organization, by their slugs (R2). */
    public OrganizationSeed securityManagers(String... teams) {
        return add("security_managers", (Object[]) teams);
    }

    /**
     * Adds a webhook that is sent JSON.
     *
     * @param url where deliveries are sent
     * @param secret what signs them (R112)
     * @param events the events that are sent; {@code *} stands for every event
     */
    public OrganizationSeed hook(String url, String secret, String... events) {
        return hook(url, hook -> hook.secret(secret).events(events));
    }

    /** Adds a webhook that is sent JSON, by its URL; {@code details} fills it in. */
    public OrganizationSeed hook(String url, Consumer<HookSeed> details) {
        return add("hooks", new HookSeed(url), details);
    }

    /** Adds a security campaign, by its name; {@code details} fills it in. */
    public OrganizationSeed campaign(String name, Consumer<CampaignSeed> details) {
        return add("campaigns", new CampaignSeed(name), details);
    }
}
