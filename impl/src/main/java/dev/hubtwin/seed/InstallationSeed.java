package dev.hubtwin.seed;

import dev.hubtwin.client.control.model.StateLevel;
import dev.hubtwin.client.control.model.StateVia;
import java.time.Instant;

/** The installation of a GitHub App on an account. */
public final class InstallationSeed extends NumberedSeed<InstallationSeed> {

    InstallationSeed(String account) {
        with("account", account);
    }

    /** Limits the installation to repositories of the account, by their names without owner. Default: all of them. */
    public InstallationSeed repositories(String... names) {
        return add("repositories", (Object[]) names);
    }

    /** Adds a permission and its level. Default: the permissions that the app asks for. */
    public InstallationSeed permission(String name, StateLevel level) {
        return put("permissions", name, level);
    }

    /** Adds events that the installation hears of. Default: those that the app subscribes to. */
    public InstallationSeed events(String... events) {
        return add("events", (Object[]) events);
    }

    /**
     * Suspends the installation (R143). Default: it is active.
     *
     * @param by the login of the user who suspended it
     * @param via whether that user acted for the account or for the app
     * @param at when it was suspended
     */
    public InstallationSeed suspended(String by, StateVia via, Instant at) {
        return with("suspended_at", at).with("suspended_by", by).with("suspended_via", via);
    }
}
