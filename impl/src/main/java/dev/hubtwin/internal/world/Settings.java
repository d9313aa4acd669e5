package dev.hubtwin.internal.world;

import dev.hubtwin.internal.world.naming.WireName;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * What can be set about a world.
 *
 * @param rateLimit how many requests are allowed
 * @param deliverTo where webhooks may be delivered
 * @param asyncConversion how long a conversion to outside collaborator takes; zero: it is done at once (R100)
 * @param publicHookHostsOnly a hook on a private address is refused as GitHub does
 * @param publicUrl what links start with; null: as the request came
 * @param clock what time it is
 */
public record Settings(
        RateLimit rateLimit,
        DeliverTo deliverTo,
        Duration asyncConversion,
        boolean publicHookHostsOnly,
        @Nullable String publicUrl,
        Clock clock) {

    /** The longest that a conversion may take, or a clock differ from the machine's. */
    public static final Duration LONGEST = Duration.ofDays(36_500);

    /** As a world starts. */
    public static final Settings DEFAULT =
            new Settings(RateLimit.GITHUB, DeliverTo.LOOPBACK, Duration.ZERO, false, null, Clock.RUNNING);

    /** Where webhooks may be delivered; each includes the one before. */
    public enum DeliverTo implements WireName {
        LOOPBACK,
        PRIVATE,
        ANY
    }

    /** How many requests an hour are allowed; {@code perHour} null: as many as GitHub allows each kind of caller. */
    public record RateLimit(boolean off, @Nullable Integer perHour) {

        /** GitHub's own limits. */
        public static final RateLimit GITHUB = new RateLimit(false, null);

        /** Nobody is ever refused. */
        public static final RateLimit OFF = new RateLimit(true, null);

        /** Returns one limit for everybody. */
        public static RateLimit of(int perHour) {
            return new RateLimit(false, perHour);
        }
    }

    /** What time it is: {@code frozen}, or (null) the system's time and {@code ahead} of it. */
    public record Clock(@Nullable Instant frozen, Duration ahead) {

        /** As the system's. */
        public static final Clock RUNNING = new Clock(null, Duration.ZERO);

        /**
         * Standing still.
         *
         * @throws DateTimeException if not in the years that four digits count
         */
        public static Clock frozen(Instant at) {
            int year = at.atOffset(ZoneOffset.UTC).getYear();
            if (year < 1 || year > 9999) {
                throw new DateTimeException("beyond the years that four digits count");
            }
            return new Clock(at, Duration.ZERO);
        }

        /**
         * Running ahead of (or, negative, behind) the system's.
         *
         * @throws DateTimeException if by more than {@link #LONGEST}
         */
        public static Clock ahead(Duration by) {
            if (by.abs().compareTo(LONGEST) > 0) {
                throw new DateTimeException("beyond what clocks count");
            }
            return new Clock(null, by);
        }

        /** The time of the world when it is {@code system} on the machine. */
        public Instant at(Instant system) {
            return frozen == null ? system.plus(ahead) : frozen;
        }
    }

    /** Returns this with another clock. */
    public Settings with(Clock changed) {
        return new Settings(rateLimit, deliverTo, asyncConversion, publicHookHostsOnly, publicUrl, changed);
    }
}
