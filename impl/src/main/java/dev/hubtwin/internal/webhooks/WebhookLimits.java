package dev.hubtwin.internal.webhooks;

import dev.hubtwin.internal.api.model.ValidationErrorCode;
import dev.hubtwin.internal.delivery.AddressPolicy;
import dev.hubtwin.internal.delivery.WebhookUrl;
import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.hook.Hook;
import dev.hubtwin.internal.world.hook.Hooks;
import dev.hubtwin.internal.world.index.SortedIndex;
import java.util.Locale;
import java.util.Set;

/** What a webhook must not be. */
public final class WebhookLimits {

    private static final int OF_EACH_EVENT = 20;

    private WebhookLimits() {}

    /**
     * Says nothing if the webhook may be in the world, in the place of the one with its id.
     *
     * @throws ApiException 422 for an address that cannot be delivered to (R110), for more than 20 of an event, or for
     *     another with the same address and events (R117)
     */
    static void check(World world, Hook hook) {
        checkAddress(world, hook.config().url());
        Hooks hooks = world.hooks();
        for (String event : hook.events()) {
            SortedIndex<Long> others = hooks.listening(hook.owner(), event).minus(hook.id());
            if (others.size() >= OF_EACH_EVENT) {
                throw refused("The \"" + event + "\" event cannot have more than " + OF_EACH_EVENT + " hooks");
            }
            if (others.elements().stream().anyMatch(id -> same(hooks.byId().get(id), hook))) {
                throw refused("Hook already exists on this "
                        + hook.owner().kind().name().toLowerCase(Locale.ROOT));
            }
        }
    }

    /** What a caller does not know of does not stand in the way, and so is not told of (R106, R107). */
    private static boolean same(Hook one, Hook other) {
        return one.config().url().equals(other.config().url())
                && Set.copyOf(one.events()).equals(Set.copyOf(other.events()))
                && Hooks.areKnownAlike(one, other);
    }

    /**
     * Says nothing if deliveries may be sent to a URL.
     *
     * @throws ApiException 422 if not (R110)
     */
    public static void checkAddress(World world, String url) {
        WebhookUrl to = WebhookUrl.of(url)
                .orElseThrow(
                        () -> refused(
                                "The URL you've entered is not valid. Please make sure that you encode all special characters first"));
        if (world.settings().publicHookHostsOnly() && !AddressPolicy.isPublic(to.host())) {
            throw refused(
                    "url is not supported because it isn't reachable over the public Internet (" + to.host() + ")");
        }
    }

    private static ApiException refused(String message) {
        return ApiException.validationFailed("Hook", ValidationErrorCode.CUSTOM, null, message);
    }
}
