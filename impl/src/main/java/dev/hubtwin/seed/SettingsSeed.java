package dev.hubtwin.seed;

import dev.hubtwin.client.control.model.StateDeliverTo;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The settings of a world. */
public final class SettingsSeed extends SeedElement<SettingsSeed> {

    private static final String RATE_LIMIT = "rate_limit";

    SettingsSeed(Map<String, @Nullable Object> said) {
        super(said);
    }

    /** Sets how many requests each caller has an hour, 1 to 1,000,000,000. Default: GitHub's own limits. */
    public SettingsSeed rateLimit(int requestsAnHour) {
        return with(RATE_LIMIT, requestsAnHour);
    }

    /** Turns the rate limit off. */
    public SettingsSeed rateLimitOff() {
        return with(RATE_LIMIT, "off");
    }

    /** Sets where webhooks may be delivered. Default: to loopback. */
    public SettingsSeed deliverTo(StateDeliverTo receivers) {
        return with("deliver_to", receivers);
    }

    /** Sets how long a member takes to become an outside collaborator (R100). Default: it happens at once. */
    public SettingsSeed asyncConversion(Duration duration) {
        return with("async_conversion", duration);
    }

    /** Refuses webhooks with private addresses. Default: they are accepted. */
    public SettingsSeed publicHookHostsOnly() {
        return with("public_hook_hosts_only", true);
    }

    /**
     * Sets what URLs in answers start with: a scheme and a host, without a slash at the end. Default: the address that
     * the request was sent to.
     */
    public SettingsSeed publicUrl(String url) {
        return with("public_url", url);
    }

    /** Stops the clock of the world at a time. Default: it runs with that of the machine. */
    public SettingsSeed clock(Instant at) {
        return with("clock", at);
    }
}
