package dev.hubtwin.seed;

import dev.hubtwin.client.control.model.StateAccess;
import dev.hubtwin.client.control.model.StateAlertState;
import dev.hubtwin.client.control.model.StateVisibility;
import java.util.Map;
import java.util.function.Consumer;

/** A repository of an organization or a user. */
public final class RepositorySeed extends NumberedSeed<RepositorySeed> {

    private static final String ALERTS = "code_scanning_alerts";

    private RepositorySeed() {}

    static RepositorySeed named(String fullName) {
        String[] parts = fullName.split("/", 2);
        if (parts.length < 2) {
            throw new IllegalArgumentException("\"" + fullName + "\" names no owner; expected owner/name");
        }
        return new RepositorySeed().with("owner", parts[0]).with("name", parts[1]);
    }

    /** Sets who sees the repository. Default: public. */
    public RepositorySeed visibility(StateVisibility visibility) {
        return with("visibility", visibility);
    }

    /** Sets the description. */
    public RepositorySeed description(String description) {
        return with("description", description);
    }

    /** Makes the repository a fork of another one, by that one's full name. */
    public RepositorySeed forkOf(String parent) {
        return with("fork", true).with("parent", parent);
    }

    /** Gives a user direct access, by login; whoever is not a member of the owner is an outside collaborator (R96). */
    public RepositorySeed collaborator(String login, StateAccess permission) {
        return add("collaborators", Map.of("login", login, "permission", permission));
    }

    /** Says how many commits a user has made, by login. */
    public RepositorySeed contributor(String login, long contributions) {
        return add("contributors", Map.of("login", login, "contributions", contributions));
    }

    /** Adds a webhook that is sent JSON, by its URL; {@code details} fills it in. */
    public RepositorySeed hook(String url, Consumer<HookSeed> details) {
        return add("hooks", new HookSeed(url), details);
    }

    /** Adds a code scanning alert, by its number in the repository. */
    public RepositorySeed alert(int number, StateAlertState state) {
        return add(ALERTS, Map.of("number", number, "state", state));
    }

    /** Adds names that the repository had under the same owner; requests for them are redirected (R156). */
    public RepositorySeed formerNames(String... names) {
        return add("former_names", (Object[]) names);
    }

    /** Adds full names that the repository had under other owners; requests for them are redirected (R156). */
    public RepositorySeed formerFullNames(String... fullNames) {
        return add("former_full_names", (Object[]) fullNames);
    }

    /** Adds topics. */
    public RepositorySeed topics(String... topics) {
        return add("topics", (Object[]) topics);
    }
}
