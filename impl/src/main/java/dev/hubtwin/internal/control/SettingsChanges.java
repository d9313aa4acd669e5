package dev.hubtwin.internal.control;

import dev.hubtwin.internal.control.model.SettingsChange;
import dev.hubtwin.internal.control.model.StateDeliverTo;
import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.world.Settings;
import dev.hubtwin.internal.world.Settings.DeliverTo;
import dev.hubtwin.internal.world.Settings.RateLimit;
import dev.hubtwin.internal.world.naming.WireName;
import java.time.DateTimeException;
import java.time.Duration;

/** What can be set about a world: seen, and changed. */
final class SettingsChanges {

    private SettingsChanges() {}

    /** The settings as they are. */
    static dev.hubtwin.internal.control.model.Settings view(Settings settings) {
        return new dev.hubtwin.internal.control.model.Settings(
                settings.rateLimit().off() ? "off" : settings.rateLimit().perHour(),
                StateDeliverTo.of(settings.deliverTo().word()),
                settings.asyncConversion().toString(),
                settings.publicHookHostsOnly(),
                settings.publicUrl());
    }

    /**
     * The settings after a change.
     *
     * @throws ApiException 422 if a conversion cannot take so long
     */
    static Settings changed(Settings settings, SettingsChange change) {
        return new Settings(
                change.rateLimit().isPresent() ? rateLimit(change.rateLimit().get()) : settings.rateLimit(),
                change.deliverTo() == null
                        ? settings.deliverTo()
                        : WireName.read(DeliverTo.class, change.deliverTo().text()),
                change.asyncConversion() == null ? settings.asyncConversion() : conversion(change.asyncConversion()),
                change.publicHookHostsOnly() == null ? settings.publicHookHostsOnly() : change.publicHookHostsOnly(),
                change.publicUrl().orElse(settings.publicUrl()),
                settings.clock());
    }

    private static RateLimit rateLimit(Object limit) {
        if (limit == null) {
            return RateLimit.GITHUB;
        }
        return limit instanceof Number perHour ? RateLimit.of(perHour.intValue()) : RateLimit.OFF;
    }

    private static Duration conversion(String text) {
        try {
            Duration conversion = Duration.parse(text);
            if (!conversion.isNegative() && conversion.compareTo(Settings.LONGEST) <= 0) {
                return conversion;
            }
        } catch (DateTimeException e) {
            // as good as one that cannot be
        }
        throw ApiException.of(
                422,
                "async_conversion takes a duration like PT30S, of " + Settings.LONGEST.toDays() + " days at most.");
    }
}
