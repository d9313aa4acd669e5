package dev.hubtwin.seed;

import dev.hubtwin.internal.control.model.StateBasePermission;
import dev.hubtwin.internal.control.model.StateRole;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** An organization, and what belongs to it. Its settings go by {@link #with} under their own names. */
public final class OrganizationSeed extends NumberedSeed<OrganizationSeed> {

    private static final String MEMBERS = "members";

    OrganizationSeed(String login) {
        with("login", login);
    }

    /** The name for people. */
    public OrganizationSeed name(String name) {
        return with("name", name);
    }

    /** What it is about. */
    public OrganizationSeed description(String description) {
        return with("description", description);
    }

    /** What it pays for, such as {@code team}; without it, the free plan. */
    public OrganizationSeed plan(String name, int seats) {
        return with("plan", Map.of("name", name, "seats", seats));
    }

    /** The enterprise it belongs to, and which members of the organization that decides. */
    public OrganizationSeed enterprise(String slug, String... enforced) {
        return with("enterprise", Map.of("slug", slug, "enforced", List.of(enforced)));
    }

    /** What members may do in repositories that nobody gave them. */
    public OrganizationSeed defaultPermission(StateBasePermission permission) {
        return with("default_repository_permission", permission);
    }

    /** Members need a second factor. */
    public OrganizationSeed demandsTwoFactor() {
        return with("two_factor_requirement_enabled", true);
    }

    /** A member who owns it. */
    public OrganizationSeed owner(String login) {
        return member(login, member -> member.role(StateRole.ADMIN));
    }

    /** A member. */
    public OrganizationSeed member(String login) {
        return member(login, member -> {});
    }

    /** A member, or somebody invited; {@code more} tells about them. */
    public OrganizationSeed member(String login, Consumer<MemberSeed> more) {
        return add(MEMBERS, new MemberSeed(login), more);
    }

    /** Somebody invited, by nobody in particular, when the world begins. */
    public OrganizationSeed invite(String login) {
        return member(login, MemberSeed::pending);
    }

    /** Somebody invited by somebody. */
    public OrganizationSeed invite(String login, String by, Instant at) {
        return member(login, member -> member.pending().invitedBy(by).invitedAt(at));
    }

    /** An invitation that was sent; it counts against the limit of its day. */
    public OrganizationSeed invitationSent(String by, Instant at) {
        return add("invitations_sent", Map.of("by", by, "at", at));
    }

    /** Listed as outside collaborators though they reach no repository; who collaborates is one anyway. */
    public OrganizationSeed outsideCollaborators(String... logins) {
        return add("outside_collaborators", (Object[]) logins);
    }

    /** Who sees the bills. */
    public OrganizationSeed billingManagers(String... logins) {
        return add("billing_managers", (Object[]) logins);
    }

    /** A team of members. */
    public OrganizationSeed team(String slug, String... members) {
        return team(slug, team -> team.members(members));
    }

    /** A team; {@code more} tells about it. */
    public OrganizationSeed team(String slug, Consumer<TeamSeed> more) {
        return add("teams", new TeamSeed(slug), more);
    }

    /** The slugs of teams that manage security. */
    public OrganizationSeed securityManagers(String... teams) {
        return add("security_managers", (Object[]) teams);
    }

    /** A webhook that is sent JSON, signed with a secret. */
    public OrganizationSeed hook(String url, String secret, String... events) {
        return hook(url, hook -> hook.secret(secret).events(events));
    }

    /** A webhook that is sent JSON; {@code more} tells about it. */
    public OrganizationSeed hook(String url, Consumer<HookSeed> more) {
        return add("hooks", new HookSeed(url), more);
    }

    /** A security campaign; {@code more} tells about it. */
    public OrganizationSeed campaign(String name, Consumer<CampaignSeed> more) {
        return add("campaigns", new CampaignSeed(name), more);
    }
}
