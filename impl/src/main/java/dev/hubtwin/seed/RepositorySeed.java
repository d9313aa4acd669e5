package dev.hubtwin.seed;

import dev.hubtwin.internal.control.model.StateAccess;
import dev.hubtwin.internal.control.model.StateAlertState;
import dev.hubtwin.internal.control.model.StateVisibility;
import java.util.Map;

/** A repository of an organization or a user. */
public final class RepositorySeed extends NumberedSeed<RepositorySeed> {

    private RepositorySeed() {}

    static RepositorySeed named(String fullName) {
        String[] parts = fullName.split("/", 2);
        if (parts.length < 2) {
            throw new IllegalArgumentException("\"" + fullName + "\" names no owner; expected owner/name");
        }
        return new RepositorySeed().with("owner", parts[0]).with("name", parts[1]);
    }

    /** Without it, public. */
    public RepositorySeed visibility(StateVisibility visibility) {
        return with("visibility", visibility);
    }

    /** What it is about. */
    public RepositorySeed description(String description) {
        return with("description", description);
    }

    /** Somebody who was given it directly. */
    public RepositorySeed collaborator(String login, StateAccess permission) {
        return add("collaborators", Map.of("login", login, "permission", permission));
    }

    /** A code scanning alert. */
    public RepositorySeed alert(int number, StateAlertState state) {
        return add("code_scanning_alerts", Map.of("number", number, "state", state));
    }

    /** A code scanning alert that somebody works on. */
    public RepositorySeed alertInProgress(int number) {
        return add("code_scanning_alerts", Map.of("number", number, "in_progress", true));
    }

    /** Names it had before, with the same owner. */
    public RepositorySeed formerly(String... names) {
        return add("former_names", (Object[]) names);
    }

    /** Names it had before, with their owners. */
    public RepositorySeed transferredFrom(String... fullNames) {
        return add("former_full_names", (Object[]) fullNames);
    }

    /** What it is about, in words that are searched for. */
    public RepositorySeed topics(String... topics) {
        return add("topics", (Object[]) topics);
    }
}
