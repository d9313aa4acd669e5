package dev.hubtwin.internal.control;

import dev.hubtwin.internal.control.model.Clock;
import dev.hubtwin.internal.control.model.ClockChange;
import dev.hubtwin.internal.control.model.ClockMode;
import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.rest.Timestamps;
import dev.hubtwin.internal.world.Settings;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/** What time it is in a world: seen, and changed. {@code system} is the machine's time. */
public final class ClockControl {

    private ClockControl() {}

    /** What the clock shows. */
    static Clock view(Settings.Clock clock, Instant system) {
        Instant now = clock.at(system);
        ClockMode mode = clock.frozen() == null ? ClockMode.RUNNING : ClockMode.FROZEN;
        return new Clock(
                Timestamps.utc(now), mode, signed(Duration.between(system, now).truncatedTo(ChronoUnit.SECONDS)));
    }

    private static String signed(Duration duration) {
        return (duration.isNegative() ? "-" : "") + duration.abs();
    }

    /**
     * The clock after the steps of a change, one after the other.
     *
     * @throws ApiException 422 if it would be a time that no clock counts
     */
    public static Settings.Clock changed(Settings.Clock clock, ClockChange change, Instant system) {
        try {
            Settings.Clock changed = Boolean.TRUE.equals(change.system()) ? Settings.Clock.RUNNING : clock;
            if (change.set() != null) {
                changed = moved(changed, change.set().toInstant(), system);
            }
            if (change.advance() != null) {
                changed = moved(changed, changed.at(system).plus(Duration.parse(change.advance())), system);
            }
            if (change.freeze() != null) {
                changed = Settings.Clock.frozen(frozenAt(change.freeze(), changed.at(system)));
            }
            return Boolean.TRUE.equals(change.run()) ? running(changed.at(system), system) : changed;
        } catch (DateTimeException | ArithmeticException e) {
            throw ApiException.of(
                    422,
                    "This is not a duration, or leads to a time that no clock counts; expected PT1H, or 2026-01-01T00:00:00Z.");
        }
    }

    private static Settings.Clock moved(Settings.Clock clock, Instant to, Instant system) {
        return clock.frozen() == null ? running(to, system) : Settings.Clock.frozen(to);
    }

    private static Settings.Clock running(Instant from, Instant system) {
        return Settings.Clock.ahead(Duration.between(system, from));
    }

    private static Instant frozenAt(Object freeze, Instant now) {
        return freeze instanceof String at ? OffsetDateTime.parse(at).toInstant() : now;
    }
}
