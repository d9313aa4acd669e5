package dev.hubtwin.seed;

import dev.hubtwin.internal.control.model.StateAccess;
import dev.hubtwin.internal.control.model.StatePrivacy;
import java.util.Map;

/** A team of an organization. */
public final class TeamSeed extends NumberedSeed<TeamSeed> {

    TeamSeed(String slug) {
        with("slug", slug);
    }

    /** The name for people. */
    public TeamSeed name(String name) {
        return with("name", name);
    }

    /** Who sees it. */
    public TeamSeed privacy(StatePrivacy privacy) {
        return with("privacy", privacy);
    }

    /** The slug of the team above it. */
    public TeamSeed parent(String slug) {
        return with("parent", slug);
    }

    /** Members of the organization. */
    public TeamSeed members(String... logins) {
        return add("members", (Object[]) logins);
    }

    /** What they may do in a repository of the organization, which goes without owner. */
    public TeamSeed repository(String name, StateAccess permission) {
        return add("repositories", Map.of("name", name, "permission", permission));
    }
}
