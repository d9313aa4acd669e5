package dev.hubtwin.internal.seed.mapping;

import dev.hubtwin.internal.control.model.StateDeliverTo;
import dev.hubtwin.internal.control.model.StateSettings;
import dev.hubtwin.internal.seed.document.DocumentException;
import dev.hubtwin.internal.seed.document.DocumentPath;
import dev.hubtwin.internal.seed.schema.SeedValidator;
import dev.hubtwin.internal.world.Settings;
import dev.hubtwin.internal.world.Settings.Clock;
import dev.hubtwin.internal.world.Settings.DeliverTo;
import dev.hubtwin.internal.world.Settings.RateLimit;
import dev.hubtwin.internal.world.naming.WireName;
import java.time.DateTimeException;
import java.time.Duration;

/** What can be set about a world, in and out. */
final class SettingsMapper {

    private SettingsMapper() {}

    static Settings read(StateSettings settings, DocumentPath place) {
        return settings == null
                ? Settings.DEFAULT
                : new Settings(
                        rateLimit(settings.rateLimit()),
                        deliverTo(settings.deliverTo()),
                        conversion(settings.asyncConversion(), place.at("async_conversion")),
                        settings.publicHookHostsOnly(),
                        settings.publicUrl(),
                        clock(settings.clock(), place.at("clock")));
    }

    private static DeliverTo deliverTo(StateDeliverTo where) {
        return where == null ? Settings.DEFAULT.deliverTo() : WireName.read(DeliverTo.class, where.text());
    }

    private static Duration conversion(String text, DocumentPath place) {
        Duration conversion = text == null ? Duration.ZERO : Duration.parse(text);
        DocumentException.throwIf(
                conversion.isNegative() || conversion.compareTo(Settings.LONGEST) > 0,
                place,
                "this is negative or longer than " + Settings.LONGEST.toDays()
                        + " days; expected a duration like PT30S");
        return conversion;
    }

    private static RateLimit rateLimit(Object limit) {
        if (limit == null) {
            return RateLimit.GITHUB;
        }
        return limit instanceof Number perHour ? RateLimit.of(perHour.intValue()) : RateLimit.OFF;
    }

    private static Clock clock(String clock, DocumentPath place) {
        if (clock == null) {
            return Clock.RUNNING;
        }
        try {
            return clock.matches("[+-]?[Pp].*")
                    ? Clock.ahead(Duration.parse(clock))
                    : Clock.frozen(SeedValidator.time(clock));
        } catch (DateTimeException | ArithmeticException e) {
            throw new DocumentException(
                    place,
                    "this is not a time, and not a duration that a clock may differ by; expected 2026-01-01T00:00:00Z, or PT1H");
        }
    }

    /** Returns the settings, or null if all of them have their defaults. */
    static StateSettings write(Settings settings) {
        return settings.equals(Settings.DEFAULT)
                ? null
                : StateSettings.builder()
                        .rateLimit(
                                settings.rateLimit().off()
                                        ? "off"
                                        : settings.rateLimit().perHour())
                        .deliverTo(StateDeliverTo.of(settings.deliverTo().word()))
                        .asyncConversion(
                                settings.asyncConversion().isZero()
                                        ? null
                                        : settings.asyncConversion().toString())
                        .publicHookHostsOnly(settings.publicHookHostsOnly())
                        .publicUrl(settings.publicUrl())
                        .clock(clock(settings.clock()))
                        .build();
    }

    private static String clock(Clock clock) {
        if (clock.frozen() != null) {
            return clock.frozen().toString();
        }
        return clock.ahead().isZero() ? null : clock.ahead().toString();
    }
}
