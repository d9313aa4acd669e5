package dev.hubtwin.seed;

import dev.hubtwin.client.control.model.StateAccess;
import dev.hubtwin.client.control.model.StatePrivacy;
import java.util.Map;

/** A team of an organization. */
public final class TeamSeed extends NumberedSeed<TeamSeed> {

    TeamSeed(String slug) {
        with("slug", slug);
    }

    /** Sets the display name. Default: the slug. */
    public TeamSeed name(String name) {
        return with("name", name);
    }

    /** Sets who sees the team. */
    public TeamSeed privacy(StatePrivacy privacy) {
        return with("privacy", privacy);
    }

    /** Sets the parent of the team, by its slug. Default: it has none. */
    public TeamSeed parent(String slug) {
        return with("parent", slug);
    }

    /** Adds members of the organization, by their logins. */
    public TeamSeed members(String... logins) {
        return add("members", (Object[]) logins);
    }

    /** Adds members of the organization who may add and remove others, by their logins. */
    public TeamSeed maintainers(String... logins) {
        return members(logins).add("maintainers", (Object[]) logins);
    }

    /** Gives the team access to a repository of the organization, by its name without owner. */
    public TeamSeed repository(String name, StateAccess permission) {
        return add("repositories", Map.of("name", name, "permission", permission));
    }
}
