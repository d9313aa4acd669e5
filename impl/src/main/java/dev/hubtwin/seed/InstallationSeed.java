package dev.hubtwin.seed;

import dev.hubtwin.internal.control.model.StateLevel;
import dev.hubtwin.internal.control.model.StateVia;
import java.time.Instant;

/** An app installed on an account. */
public final class InstallationSeed extends NumberedSeed<InstallationSeed> {

    InstallationSeed(String account) {
        with("account", account);
    }

    /** Only these repositories of the account, which go without owner. */
    public InstallationSeed repositories(String... names) {
        return add("repositories", (Object[]) names);
    }

    /** What it may do; without any, what the app asks for. */
    public InstallationSeed permission(String name, StateLevel level) {
        return put("permissions", name, level);
    }

    /** What it hears of; without any, what the app asks for. */
    public InstallationSeed events(String... events) {
        return add("events", (Object[]) events);
    }

    /** It is suspended, and by whom. */
    public InstallationSeed suspended(String by, StateVia via, Instant at) {
        return with("suspended_at", at).with("suspended_by", by).with("suspended_via", via);
    }
}
