package dev.hubtwin.seed;

import dev.hubtwin.internal.control.model.StateDeliverTo;
import java.time.Duration;
import java.time.Instant;

/** What can be set about a world. */
public final class SettingsSeed extends SeedElement<SettingsSeed> {

    SettingsSeed() {}

    /** So many requests an hour for every caller; without it, GitHub's own limits. */
    public SettingsSeed rateLimit(int perHour) {
        return with("rate_limit", perHour);
    }

    /** Nobody is refused for asking often. */
    public SettingsSeed rateLimitOff() {
        return with("rate_limit", "off");
    }

    /** How far webhooks are delivered; without it, to loopback. */
    public SettingsSeed deliverTo(StateDeliverTo where) {
        return with("deliver_to", where);
    }

    /** How long it takes to make an outside collaborator of a member. */
    public SettingsSeed asyncConversion(Duration takes) {
        return with("async_conversion", takes);
    }

    /** Webhooks at private addresses are refused, as GitHub does. */
    public SettingsSeed publicHookHostsOnly() {
        return with("public_hook_hosts_only", true);
    }

    /** What the addresses in answers start with. */
    public SettingsSeed publicUrl(String url) {
        return with("public_url", url);
    }

    /** The clock stands still there; without it, it runs with the machine's. */
    public SettingsSeed clock(Instant at) {
        return with("clock", at);
    }
}
